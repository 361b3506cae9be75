import type { Project } from '../../metadata/project.ts';
import { loadProject } from '../../metadata/loadProject.ts';
import type { ObjectSchema } from '../../schema/schema.ts';
import { createRecordStore } from '../../store/createRecordStore.ts';
import type { Actor, RecordInput, RecordStore, Row } from '../../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../../store/systemActor.ts';

/** The moment at which sample orgs stand. */
export const NOW = Date.parse('2026-11-21T10:30:00Z');

let project: Project | undefined;

/** This repository's own metadata with a few records, at a fixed moment. */
export interface SampleOrg {
    project: Project;
    store: RecordStore;
    object(name: string): ObjectSchema;
    insert(objectName: string, input: RecordInput, actor?: Actor): Row;
    julio: Actor;
    ana: Actor;
}

/** Starts an org with two users, Julio and Ana, and nothing else. */
export function sampleOrg(): SampleOrg {
    project ??= loadProject(process.cwd());
    const { schema } = project;
    const store = createRecordStore(schema, { clock: () => NOW });
    const object = (name: string): ObjectSchema => {
        const found = schema.object(name);
        if (!found) throw new Error(`${name} is not in the schema`);
        return found;
    };
    const insert = (objectName: string, input: RecordInput, actor: Actor = SYSTEM_ACTOR): Row =>
        store.insert(object(objectName), input, actor);
    const user = (firstName: string, lastName: string): Actor => ({
        userId: insert('User', {
            ...{ FirstName: firstName, LastName: lastName, Alias: firstName },
            ...{ Username: `${firstName}@nexora.example`, Email: `${firstName}@nexora.example` },
            IsActive: true
        }).Id
    });
    return { project, store, object, insert, julio: user('Julio', 'Reyes'), ana: user('Ana', 'Ivanova') };
}

/** Meeting types, links and single-use links: one active link with three single-use versions, one that is off. */
export function addLinks({ insert, julio, ana }: SampleOrg): { type: Row; intro: Row; off: Row; singleUse: Row[] } {
    const type = insert('MeetingType__c', { Name: 'Intro', Title__c: 'Intro call', DurationMinutes__c: 30 });
    const intro = insert(
        'BookingLink__c',
        { Name: 'Julio intro', Slug__c: 'julio-intro', MeetingType__c: type.Id, IsInLibrary__c: true },
        julio
    );
    const off = insert(
        'BookingLink__c',
        { Name: 'Ana off', Slug__c: 'ana-off', MeetingType__c: type.Id, IsActive__c: false },
        ana
    );
    const hash = (digit: string): string => digit.repeat(64);
    const singleUse = [
        insert('SingleUseLink__c', { BookingLink__c: intro.Id, TokenHash__c: hash('a') }, julio),
        insert(
            'SingleUseLink__c',
            { BookingLink__c: intro.Id, TokenHash__c: hash('b'), RevokedAt__c: '2026-11-20T00:00:00Z' },
            julio
        ),
        insert('SingleUseLink__c', { BookingLink__c: off.Id, TokenHash__c: hash('c') }, ana)
    ];
    return { type, intro, off, singleUse };
}

/** Adds meetings that start the given number of days from now, most with the same prospect. */
export function addMeeting({ insert }: SampleOrg, uid: string, daysFromNow: number, input: RecordInput = {}): Row {
    const start = NOW + daysFromNow * 86_400_000;
    return insert('Meeting__c', {
        ...{
            BookingUid__c: uid,
            LinkType__c: 'Standard',
            ProspectLastName__c: 'Lane',
            ProspectEmail__c: 'amy@lane.example'
        },
        ...{ StartsAt__c: new Date(start).toISOString(), EndsAt__c: new Date(start + 1_800_000).toISOString() },
        BookedAt__c: '2026-11-01T00:00:00Z',
        ...input
    });
}
