import type { FieldSchema, FieldValue, ObjectSchema } from '../schema/schema.ts';
import { ownColumn } from '../soql/column.ts';
import { select } from '../soql/criterion.ts';
import type { Row } from '../store/recordStore.ts';
import { matchingCriterion, pageOf } from './connection.ts';
import type { ConnectionArguments, PageOf } from './connection.ts';
import { queryError } from './graphqlErrors.ts';
import type { RequestContext } from './requestContext.ts';

export interface AggregateArguments extends Omit<ConnectionArguments, 'upperBound'> {
    groupBy?: Record<string, { group?: boolean | null } | null> | null;
}

/** Records that share the values of the fields they are grouped by. */
export interface RowGroup {
    object: ObjectSchema;
    rows: Row[];
    /** By field name, what all of them have. */
    grouped: Map<string, FieldValue>;
}

/**
 * Groups the records of a connection. Without `groupBy` all are one group, of which there is one even when it is empty.
 * @throws GraphQLError for a broken filter, page size or cursor, and for fields the caller may not read
 */
export function resolveAggregate(
    object: ObjectSchema,
    args: AggregateArguments,
    context: RequestContext
): PageOf<{ aggregate: RowGroup }> {
    const fields = groupedFields(object, args, context);
    const rows = select(context.reader, object, matchingCriterion(object, args, context));
    const groups =
        fields.length > 0 ? groupRows(object, rows, fields, context) : [{ object, rows, grouped: new Map() }];
    return pageOf(groups, args, (aggregate) => ({ aggregate }));
}

function groupedFields(
    object: ObjectSchema,
    { groupBy }: AggregateArguments,
    { reader }: RequestContext
): FieldSchema[] {
    return Object.entries(groupBy ?? {}).flatMap(([name, clause]) => {
        if (clause?.group !== true) return [];
        const field = object.field(name);
        if (!field || !reader.canReadField(object, field)) {
            throw queryError(`Field '${name}' in type '${object.name}_GroupBy' is undefined`);
        }
        return [field];
    });
}

function groupRows(object: ObjectSchema, rows: Row[], fields: FieldSchema[], { reader }: RequestContext): RowGroup[] {
    const columns = fields.map((field) => ownColumn(reader, object, field));
    const groups = new Map<string, RowGroup>();
    for (const row of rows) {
        const key = JSON.stringify(columns.map((column) => column.key(row)));
        const group = groups.get(key);
        if (group) group.rows.push(row);
        else {
            const grouped = new Map(columns.map((column) => [column.field.name, column.read(row)]));
            groups.set(key, { object, rows: [row], grouped });
        }
    }
    return [...groups.values()];
}
