import { parseQuery } from '@jetstreamapp/soql-parser-js';
import type { Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../salesforceError.ts';
import { SoqlErrors } from './soqlErrors.ts';

const MAXIMUM_LENGTH = 100_000;

/**
 * Parses a query.
 * @throws SalesforceError MALFORMED_QUERY; NOT_IMPLEMENTED for time literals, which the parser does not know.
 */
export function parseSoql(soql: string): Query {
    const errors = new SoqlErrors(soql);
    if (soql.length > MAXIMUM_LENGTH) throw errors.malformed('SOQL statements may not exceed 100000 characters');
    if (/^\s*FIND\b/i.test(soql)) throw notSupported('SOSL');
    try {
        return parseQuery(soql);
    } catch (error) {
        if (/[=<>]\s*\d{2}:\d{2}/.test(soql)) throw notSupported('time literals in SOQL');
        const message = error instanceof Error ? error.message : String(error);
        const [, found = ''] =
            /but found(?:: | --> )'?([^'<]*)'?/.exec(message) ?? /expecting EOF but found: (.*)/.exec(message) ?? [];
        throw errors.malformed(found === '' ? "unexpected token: '<EOF>'" : `unexpected token: '${found}'`, found);
    }
}
