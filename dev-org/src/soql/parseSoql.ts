import { parseQuery } from '@jetstreamapp/soql-parser-js';
import type { Query } from '@jetstreamapp/soql-parser-js';
import { notSupported } from '../salesforceError.ts';
import { SoqlErrors } from './soqlErrors.ts';

/** Begins a text that was written as a time: a control character that no keyboard has. */
export const TIME_MARK = '\u0001';
const TEXT_OR_TIME = /'(?:\\[\s\S]|[^'\\])*'|(?<![\w:.-])\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z?(?![\w:])/g;

const MAXIMUM_LENGTH = 100_000;

/**
 * Parses a query.
 * @throws SalesforceError MALFORMED_QUERY; NOT_IMPLEMENTED for SOSL
 */
export function parseSoql(soql: string): Query {
    const errors = new SoqlErrors(soql);
    if (soql.length > MAXIMUM_LENGTH) throw errors.malformed('SOQL statements may not exceed 100000 characters');
    if (/^\s*FIND\b/i.test(soql)) throw notSupported('SOSL');
    try {
        return parseQuery(markTimes(soql));
    } catch (error) {
        if (/[=<>(,\s]:\s*[a-z]/i.test(withoutTexts(soql))) {
            throw errors.malformed('Bind variables only allowed in Apex code', ':');
        }
        const message = error instanceof Error ? error.message : String(error);
        const [, found = ''] =
            /but found(?:: | --> )'?([^'<]*)'?/.exec(message) ?? /expecting EOF but found: (.*)/.exec(message) ?? [];
        throw errors.malformed(found === '' ? "unexpected token: '<EOF>'" : `unexpected token: '${found}'`, found);
    }
}

/** The parser does not know times of day, so they go through it as marked texts. */
function markTimes(soql: string): string {
    return soql.replace(TEXT_OR_TIME, (found) => (found.startsWith("'") ? found : `'${TIME_MARK}${found}'`));
}

const withoutTexts = (soql: string): string => soql.replace(/'(?:\\[\s\S]|[^'\\])*'/g, "''");
