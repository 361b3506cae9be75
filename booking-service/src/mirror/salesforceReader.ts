import type { DefinitionObject, MirroredObject, SingleUseLink } from './records.ts';
import { mustParse } from '../problem/mustParse.ts';
import { fieldsOf } from './records.ts';
import { SingleUseLinkRecord } from './singleUseLinkRecord.ts';
import type { MirroredRecord } from './definitionStore.ts';
import { rawSoql, soql } from '../salesforce/soql.ts';
import { SalesforceError } from '../salesforce/errors.ts';
import type { SalesforceClient } from '../salesforce/salesforceClient.ts';

/** Rows a query of Salesforce answers at most in one go. */
const PAGE_SIZE = 2000;
/** Queries that fit into one composite call; each call counts once against the org's daily limit. */
const QUERIES_PER_CALL = 5;
/** User ids in one query; keeps it far below the length Salesforce accepts. */
const USERS_PER_QUERY = 200;

export interface ChangesQuery {
    objectName: MirroredObject;
    /** Rows stamped at or after this moment; absent: all. */
    since?: Date;
}

/** Asks Salesforce for what the mirror keeps, in as few API calls as it allows. */
export class SalesforceReader {
    private readonly client: SalesforceClient;

    constructor(client: SalesforceClient) {
        this.client = client;
    }

    /** Changed rows, deleted ones included, of several objects; every five queries cost one API call. */
    async readChanges(queries: ChangesQuery[], userIds: string[]): Promise<Map<MirroredObject, MirroredRecord[]>> {
        const requests = [
            ...queries.map(({ objectName, since }) => ({ objectName, query: changesQuery(objectName, { since }) })),
            ...userQueries(userIds).map((query) => ({ objectName: 'User' as const, query }))
        ];
        const found = new Map<MirroredObject, MirroredRecord[]>();
        for (let at = 0; at < requests.length; at += QUERIES_PER_CALL) {
            const group = requests.slice(at, at + QUERIES_PER_CALL);
            const answers = await this.client.queryMany(
                group.map(({ query }) => ({ soql: query, includeDeleted: true }))
            );
            for (const [index, { objectName }] of group.entries()) {
                const rows = (answers[index] ?? []) as MirroredRecord[];
                found.set(objectName, [
                    ...(found.get(objectName) ?? []),
                    ...(await this.andFollowing(objectName, rows))
                ]);
            }
        }
        return found;
    }

    /** Every holiday, unchanged ones too; undefined where the org has no such object or does not show it. */
    async readHolidays(): Promise<MirroredRecord[] | undefined> {
        const fields = rawSoql(fieldsOf('Holiday').join(', '));
        try {
            return (await this.client.query(soql`SELECT ${fields} FROM Holiday`)) as MirroredRecord[];
        } catch (error) {
            if (error instanceof SalesforceError && error.code === 'INVALID_TYPE') return undefined;
            throw error;
        }
    }

    async readUsers(ids: string[]): Promise<MirroredRecord[]> {
        const found = await this.readChanges([], ids);
        return found.get('User') ?? [];
    }

    /** One query by token hash: what the first opening of unknown links costs. */
    async findSingleUseLinks(tokenHashes: string[]): Promise<SingleUseLink[]> {
        const fields = rawSoql(fieldsOf('SingleUseLink__c').join(', '));
        const rows = await this.client.query(
            soql`SELECT ${fields} FROM SingleUseLink__c WHERE TokenHash__c IN ${tokenHashes}`
        );
        return rows.map((row) => mustParse(SingleUseLinkRecord, row, 'a single-use link of Salesforce'));
    }

    /** Which of these slugs belong to a booking link. */
    async findSlugs(slugs: string[]): Promise<string[]> {
        const rows = await this.client.query(soql`SELECT Slug__c FROM BookingLink__c WHERE Slug__c IN ${slugs}`);
        return rows.map((row) => String(row['Slug__c']));
    }

    /** A full page may have a next one: goes on behind its last row, by stamp and id, until a page is short. */
    private async andFollowing(objectName: MirroredObject, first: MirroredRecord[]): Promise<MirroredRecord[]> {
        const rows = [...first];
        let page = first;
        while (page.length >= PAGE_SIZE && objectName !== 'User') {
            const last = page.at(-1);
            if (!last) break;
            const after = { stamp: new Date(last.SystemModstamp), id: last.Id };
            const query = { soql: changesQuery(objectName, { after }), includeDeleted: true };
            page = ((await this.client.queryMany([query]))[0] ?? []) as MirroredRecord[];
            rows.push(...page);
        }
        return rows;
    }
}

function changesQuery(
    objectName: MirroredObject,
    { since, after }: { since?: Date | undefined; after?: { stamp: Date; id: string } }
): string {
    const select = soql`SELECT ${rawSoql(fieldsOf(objectName).join(', '))} FROM ${rawSoql(objectName)}`;
    const where = after
        ? soql` WHERE (SystemModstamp > ${after.stamp} OR (SystemModstamp = ${after.stamp} AND Id > ${after.id}))`
        : since
          ? soql` WHERE SystemModstamp >= ${since}`
          : '';
    return `${select}${where} ORDER BY SystemModstamp, Id LIMIT ${PAGE_SIZE}`;
}

function userQueries(ids: string[]): string[] {
    const queries: string[] = [];
    for (let at = 0; at < ids.length; at += USERS_PER_QUERY) {
        const chunk = ids.slice(at, at + USERS_PER_QUERY);
        queries.push(soql`SELECT ${rawSoql(fieldsOf('User').join(', '))} FROM User WHERE Id IN ${chunk}`);
    }
    return queries;
}

/** Every object whose changes are polled; users are read by id, because only hosts matter. */
export const POLLED_OBJECTS: DefinitionObject[] = [
    'MeetingType__c',
    'MeetingQuestion__c',
    'BookingLink__c',
    'LinkHost__c',
    'HostPool__c',
    'HostPoolMember__c',
    'AvailabilitySchedule__c',
    'AvailabilityWindow__c'
];

/** Hardly ever change and have few rows: read whole, now and then. */
export const SETTINGS_OBJECTS: DefinitionObject[] = ['Organization', 'AdmitOneSetting__mdt'];
