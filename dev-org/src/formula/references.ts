import type { FieldSchema, FieldValue, ObjectSchema, Schema } from '../schema/schema.ts';
import type { Expression } from './expression.ts';
import { formulaType, fromField } from './fieldValues.ts';
import { FormulaFault } from './formulaError.ts';

/** Where a formula stands: the object whose fields it may name. */
export interface FormulaContext {
    objectName: string;
    schema: Schema;
}

const MAXIMUM_PARENTS = 10;

/**
 * Finds what a name in a formula stands for: a field, a parent's field, a custom metadata value or a label.
 * @throws FormulaFault naming the part that does not exist.
 */
export function resolveReference(path: string[], at: number, context: FormulaContext): Expression {
    const first = path[0] ?? '';
    if (!first.startsWith('$')) return resolveField(path, at, context);
    switch (first.toLowerCase()) {
        case '$custommetadata':
            return resolveCustomMetadata(path, at, context.schema);
        case '$label':
            return resolveLabel(path, at, context.schema);
        default:
            throw new FormulaFault(`The dev org does not support ${first} in formulas`, at);
    }
}

function resolveField(path: string[], at: number, { schema, objectName }: FormulaContext): Expression {
    const start = schema.object(objectName);
    if (!start) throw new FormulaFault(`Object ${objectName} does not exist`, at);
    if (path.length > MAXIMUM_PARENTS + 1) throw new FormulaFault(`${path.join('.')} spans too many parents`, at);
    const resolved: string[] = [];
    let objects = [start];
    for (const step of path.slice(0, -1)) {
        const parent = stepToParent(objects, step, at, schema);
        resolved.push(parent.relationshipName);
        objects = parent.objects;
    }
    const field = findField(objects, path.at(-1) ?? '', at);
    if (field.type === 'multipicklist') {
        throw new FormulaFault(`the dev org does not support multi-select picklists in formulas: ${field.name}`, at);
    }
    resolved.push(field.name);
    return {
        type: formulaType(field.type),
        at,
        evaluate: (record) => fromField(field.type, record.value(resolved)),
        ...(resolved.length === 1 && { ownField: field })
    };
}

/** `MeetingType__r`, or `Owner:User` where a parent may be of several kinds. */
function stepToParent(
    objects: ObjectSchema[],
    step: string,
    at: number,
    schema: Schema
): { relationshipName: string; objects: ObjectSchema[] } {
    const [name = '', onlyTarget] = step.split(':');
    for (const object of objects) {
        const reference = object.fieldOfRelationship(name)?.reference;
        if (!reference) continue;
        const targets = onlyTarget === undefined ? reference.targets : [onlyTarget];
        const parents = targets.flatMap((target) => schema.object(target) ?? []);
        if (parents.length > 0) return { relationshipName: reference.relationshipName, objects: parents };
    }
    throw new FormulaFault(`Relationship ${step} does not exist on ${names(objects)}`, at);
}

function findField(objects: ObjectSchema[], name: string, at: number): FieldSchema {
    for (const object of objects) {
        const field = object.field(name);
        if (field) return field;
    }
    throw new FormulaFault(`Field ${name} does not exist on ${names(objects)}`, at);
}

function names(objects: ObjectSchema[]): string {
    return objects.map((object) => object.name).join(' or ');
}

function resolveCustomMetadata(path: string[], at: number, schema: Schema): Expression {
    const [, typeName = '', recordName = '', fieldName = '', ...rest] = path;
    const [type, records] = findIgnoringCase(schema.customMetadata, typeName) ?? [];
    const [developerName, values] = records ? (findIgnoringCase(records, recordName) ?? []) : [];
    const field = schema.object(typeName)?.field(fieldName);
    const valueName = field?.name ?? Object.keys(values ?? {}).find((key) => sameName(key, fieldName));
    if (type === undefined || developerName === undefined || valueName === undefined || rest.length > 0) {
        throw new FormulaFault(`${path.join('.')} does not exist`, at);
    }
    const fieldType = field?.type ?? typeOfValue(values?.[valueName] ?? null);
    return {
        type: formulaType(fieldType),
        at,
        evaluate: (record) => fromField(fieldType, record.customMetadata([type, developerName, valueName]))
    };
}

function resolveLabel(path: string[], at: number, schema: Schema): Expression {
    const text = schema.labels.get(path.slice(1).join('.'));
    if (text === undefined) throw new FormulaFault(`${path.join('.')} does not exist`, at);
    return { type: 'text', at, evaluate: () => text };
}

/** Custom metadata whose type is not described still says by its values what it holds. */
function typeOfValue(value: FieldValue): 'double' | 'boolean' | 'string' {
    if (typeof value === 'number') return 'double';
    return typeof value === 'boolean' ? 'boolean' : 'string';
}

function findIgnoringCase<T>(map: Map<string, T>, name: string): [string, T] | undefined {
    return [...map].find(([key]) => sameName(key, name));
}

function sameName(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}
