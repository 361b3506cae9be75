import { valueFromASTUntyped } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import { ownColumn, parentColumn } from '../soql/column.ts';
import type { Ordering } from '../soql/ordering.ts';
import type { RecordReader } from '../soql/recordReader.ts';
import { queryError } from './graphqlErrors.ts';
import type { RequestContext } from './requestContext.ts';

type OrderByInput = Record<string, unknown>;

/**
 * The orderings of a connection's `orderBy`, in the order the caller wrote them.
 * graphql sorts the fields of inputs as the schema declares them, so this reads the query's own text and variables.
 * @throws GraphQLError for a field the caller may not read
 */
export function readOrderBy(
    { rawVariables, reader }: RequestContext,
    object: ObjectSchema,
    info: GraphQLResolveInfo
): Ordering[] {
    const argument = info.fieldNodes[0]?.arguments?.find(({ name }) => name.value === 'orderBy');
    const input = argument && valueFromASTUntyped(argument.value, rawVariables);
    return orderings(input, reader, object, { object, steps: [] });
}

function orderings(
    input: unknown,
    reader: RecordReader,
    root: ObjectSchema,
    { object, steps }: { object: ObjectSchema; steps: FieldSchema[] }
): Ordering[] {
    if (input === null || typeof input !== 'object') return [];
    return Object.entries(input as OrderByInput).flatMap(([name, clause]) => {
        if (clause === null || typeof clause !== 'object') return [];
        const field = object.field(name);
        const reference = object.fieldOfRelationship(name);
        const known = field ?? reference;
        if (!known || !reader.canReadField(object, known)) {
            throw queryError(`Field '${name}' in type '${object.name}_OrderBy' is undefined`);
        }
        if (field) return [ordering(field, clause, reader, root, steps)];
        const [parent] = reader.parentObjects(known);
        return parent ? orderings(clause, reader, root, { object: parent, steps: [...steps, known] }) : [];
    });
}

function ordering(
    field: FieldSchema,
    clause: { order?: unknown; nulls?: unknown },
    reader: RecordReader,
    root: ObjectSchema,
    steps: FieldSchema[]
): Ordering {
    return {
        column:
            steps.length === 0
                ? ownColumn(reader, root, field)
                : parentColumn(reader, root, { name: field.name, steps, field }),
        isDescending: clause.order === 'DESC',
        nullsFirst: clause.nulls !== 'LAST'
    };
}
