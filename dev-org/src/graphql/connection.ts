import type { GraphQLResolveInfo } from 'graphql';
import type { ObjectSchema } from '../schema/schema.ts';
import { allOf, compare, select } from '../soql/criterion.ts';
import type { Criterion } from '../soql/criterion.ts';
import { ownColumn } from '../soql/column.ts';
import { sortRows } from '../soql/ordering.ts';
import type { RecordReader, TypedRow } from '../soql/recordReader.ts';
import { idKey } from '../store/ids.ts';
import type { Row } from '../store/recordStore.ts';
import { filterCriterion } from './filter.ts';
import { queryError } from './graphqlErrors.ts';
import { readOrderBy } from './orderBy.ts';
import type { RequestContext } from './requestContext.ts';

export interface ConnectionArguments {
    first?: number | null;
    after?: string | null;
    where?: unknown;
    scope?: string | null;
    upperBound?: number | null;
}

/** A page of nodes. */
export interface PageOf<Node> {
    totalCount: number;
    pageResultCount: number;
    edges: { node: Node; cursor: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** A page of records. */
export type Connection = PageOf<TypedRow>;

const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 2000;
const SMALLEST_BOUND = 200;

/**
 * Finds the records of a connection. `children` narrows it to those of one parent.
 * @throws GraphQLError for a broken filter, order, page size or cursor
 */
export function resolveConnection(
    object: ObjectSchema,
    args: ConnectionArguments,
    context: RequestContext,
    info: GraphQLResolveInfo,
    children?: Row[]
): Connection {
    const criterion = matchingCriterion(object, args, context);
    const matching = children?.filter((row) => criterion.test(row)) ?? select(context.reader, object, criterion);
    const { start, size } = readPage(args);
    const sorted = sortRows(matching, readOrderBy(context, object, info), start + size);
    return pageOf(sorted, args, (row) => ({ object, row }), matching.length);
}

/**
 * What a connection's `scope` and `where` ask for.
 * @throws GraphQLError for a broken filter
 */
export function matchingCriterion(
    object: ObjectSchema,
    args: ConnectionArguments,
    { reader }: RequestContext
): Criterion {
    return allOf([...scopeCriterion(reader, object, args), filterCriterion(reader, object, args.where)]);
}

function scopeCriterion(reader: RecordReader, object: ObjectSchema, { scope }: ConnectionArguments): Criterion[] {
    if (scope !== 'MINE') return [];
    const owner = reader.field(object, 'OwnerId');
    if (!owner) throw queryError(`${object.name} has no owner, so no scope MINE`);
    return [compare(ownColumn(reader, object, owner), '=', idKey(reader.actor.userId))];
}

/**
 * The page that `first` and `after` ask for.
 * @param rows in order, up to the end of the page at least
 * @param totalCount how many there are in all
 * @throws GraphQLError for a broken page size or cursor
 */
export function pageOf<Item, Node>(
    rows: Item[],
    args: ConnectionArguments,
    toNode: (item: Item) => Node,
    totalCount = rows.length
): PageOf<Node> {
    const { start, size, bound } = readPage(args);
    const reachable = Math.min(totalCount, bound);
    const end = Math.min(start + size, reachable);
    const edges = rows.slice(start, end).map((row, index) => ({
        node: toNode(row),
        cursor: cursorAt(start + index + 1)
    }));
    return {
        totalCount,
        pageResultCount: edges.length,
        edges,
        pageInfo: {
            hasNextPage: end < reachable,
            hasPreviousPage: start > 0,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null
        }
    };
}

function readPage({ first, after, upperBound }: ConnectionArguments): { start: number; size: number; bound: number } {
    const size = first ?? DEFAULT_PAGE;
    if (size < 1 || size > LARGEST_PAGE) throw queryError(`first must be between 1 and ${LARGEST_PAGE}`);
    const bound = upperBound ?? Infinity;
    if (bound < SMALLEST_BOUND || (upperBound && bound > LARGEST_PAGE)) {
        throw queryError(`upperBound must be between ${SMALLEST_BOUND} and ${LARGEST_PAGE}`);
    }
    return { start: after ? positionOf(after) : 0, size, bound };
}

/** A cursor counts the rows up to and including its own. */
function cursorAt(position: number): string {
    return Buffer.from(`v1:${position}`).toString('base64');
}

function positionOf(cursor: string): number {
    const [, position] = /^v1:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
    if (position === undefined) throw queryError(`Invalid cursor '${cursor}'`);
    return Number(position);
}
