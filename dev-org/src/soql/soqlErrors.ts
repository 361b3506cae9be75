import { SalesforceError } from '../salesforceError.ts';

/** Builds the platform's query errors, which show the query with a caret under the culprit. */
export class SoqlErrors {
    private readonly soql: string;

    constructor(soql: string) {
        this.soql = soql;
    }

    malformed(message: string, culprit = ''): SalesforceError {
        return this.error('MALFORMED_QUERY', message, culprit);
    }

    unknownField(name: string, objectName: string): SalesforceError {
        return this.error(
            'INVALID_FIELD',
            `No such column '${name}' on entity '${objectName}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
            name
        );
    }

    unknownRelationship(name: string): SalesforceError {
        return this.error(
            'INVALID_FIELD',
            `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
            name
        );
    }

    unknownChildRelationship(name: string): SalesforceError {
        return this.error(
            'INVALID_TYPE',
            `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
            name
        );
    }

    unknownObject(name: string): SalesforceError {
        return this.error(
            'INVALID_TYPE',
            `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
            name
        );
    }

    invalidField(message: string, culprit: string): SalesforceError {
        return this.error('INVALID_FIELD', message, culprit);
    }

    invalidFilter(message: string, culprit: string): SalesforceError {
        return this.error('INVALID_QUERY_FILTER_OPERATOR', message, culprit);
    }

    private error(code: string, message: string, culprit: string): SalesforceError {
        const at = Math.max(0, this.soql.toLowerCase().indexOf(culprit.toLowerCase()));
        const before = this.soql.slice(0, at);
        const row = before.split('\n').length;
        const column = at - before.lastIndexOf('\n');
        const line = this.soql.split('\n')[row - 1] ?? '';
        const place = `${line}\n${' '.repeat(column - 1)}^\nERROR at Row:${row}:Column:${column}`;
        return new SalesforceError(code, `\n${place}\n${message}`);
    }
}
