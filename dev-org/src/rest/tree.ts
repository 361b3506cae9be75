import { z } from 'zod';
import { json } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { SalesforceItemError } from '../salesforceError.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import { getObject } from './records.ts';

const MOST_RECORDS = 200;
const MOST_LEVELS = 5;

interface TreeRecord {
    attributes: { type: string; referenceId: string };
    fields: Record<string, unknown>;
    children: { relationship: string; records: TreeRecord[] }[];
}

interface TreeResult {
    referenceId: string;
    id?: string;
    errors?: SalesforceItemError[];
}

/** Records with their children, created together or not at all. */
export function treeRoutes(org: OrgContext): Route[] {
    return [
        {
            method: 'POST',
            pattern: '/services/data/:version/composite/tree/:object',
            about: 'creates up to 200 records with their children, all or none',
            handle: (request) => createTree(org, request)
        }
    ];
}

function createTree(org: OrgContext, request: OrgRequest): OrgResponse {
    const object = getObject(org, request.params['object'] ?? '', request.actor);
    const parsed = z.object({ records: z.array(z.unknown()).min(1) }).safeParse(request.json());
    if (!parsed.success) throw invalid('The body must hold the list records');
    const count = { records: 0 };
    const records = parsed.data.records.map((record) => readRecord(record, 1, count));
    if (records.some(({ attributes }) => attributes.type.toLowerCase() !== object.name.toLowerCase())) {
        throw invalid(`All records of the first level must be of type ${object.name}`);
    }
    const created: TreeResult[] = [];
    let failed: TreeResult | undefined;
    try {
        org.store.transaction(() => {
            for (const record of records) create(record, undefined);
        });
        return json({ hasErrors: false, results: created }, 201);
    } catch (error) {
        if (!(error instanceof SalesforceError) || !failed) throw error;
        return json({ hasErrors: true, results: [failed] }, 400);
    }

    function create(record: TreeRecord, parent: { field: string; id: string } | undefined): void {
        const { referenceId, type } = record.attributes;
        try {
            const own = getObject(org, type, request.actor);
            const input = parent ? { ...record.fields, [parent.field]: parent.id } : record.fields;
            const { Id } = org.store.insert(own, input, request.actor);
            created.push({ referenceId, id: Id });
            for (const { relationship, records: children } of record.children) {
                const field = childField(own, relationship);
                for (const child of children) create(child, { field, id: Id });
            }
        } catch (error) {
            if (error instanceof SalesforceError) failed ??= { referenceId, errors: [error.toItem()] };
            throw error;
        }
    }
}

function childField(object: ObjectSchema, relationship: string): string {
    const found = object.childRelationships.find(({ name }) => name.toLowerCase() === relationship.toLowerCase());
    if (found) return found.childField;
    throw new SalesforceError('INVALID_FIELD', `No such column '${relationship}' on sobject of type ${object.name}`);
}

/** A record, its fields apart from its children, which are lists of records under `records`. */
function readRecord(value: unknown, level: number, count: { records: number }): TreeRecord {
    count.records += 1;
    if (count.records > MOST_RECORDS) throw invalid(`A tree holds at most ${MOST_RECORDS} records`);
    if (level > MOST_LEVELS) throw invalid(`A tree is at most ${MOST_LEVELS} levels deep`);
    const parsed = Shape.safeParse(value);
    if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
    const { attributes, ...members } = parsed.data;
    const fields: Record<string, unknown> = {};
    const children: TreeRecord['children'] = [];
    for (const [name, member] of Object.entries(members)) {
        const nested = z.object({ records: z.array(z.unknown()) }).safeParse(member);
        if (!nested.success) fields[name] = member;
        else {
            const records = nested.data.records.map((record) => readRecord(record, level + 1, count));
            children.push({ relationship: name, records });
        }
    }
    return { attributes, fields, children };
}

const Shape = z.looseObject({ attributes: z.object({ type: z.string(), referenceId: z.string().min(1) }) });

function invalid(message: string): SalesforceError {
    return new SalesforceError('INVALID_INPUT', message);
}
