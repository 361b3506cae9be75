import type { RecordReader } from '../soql/recordReader.ts';

/** What resolvers know of the request. */
export interface RequestContext {
    /** The org's records as the caller may see them. */
    reader: RecordReader;
    /** Variables as sent, with the operation's defaults: graphql's own copy forgets the order of an orderBy. */
    rawVariables: Record<string, unknown>;
}
