import {
    classifySalesforceError,
    isPassing,
    SalesforceError,
    SalesforceNetworkError,
    SalesforceSignInError
} from './errors.ts';

describe('classifySalesforceError', () => {
    it.each([
        ['UNABLE_TO_LOCK_ROW', 'retry'],
        ['ERROR_HTTP_503', 'retry'],
        ['ERROR_HTTP_420', 'retry'],
        ['INVALID_SESSION_ID', 'retry'],
        ['REQUEST_LIMIT_EXCEEDED', 'limit'],
        ['STRING_TOO_LONG', 'data'],
        ['ENTITY_IS_DELETED', 'reference'],
        ['DUPLICATES_DETECTED', 'duplicate'],
        ['DUPLICATE_VALUE', 'conflict'],
        ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'park'],
        ['INVALID_FIELD', 'park'],
        ['A_CODE_OF_NEXT_YEAR', 'park'],
        ['constructor', 'park']
    ])('takes %s as %s', (code, expected) => {
        expect(classifySalesforceError(new SalesforceError(code, ''))).toBe(expected);
    });

    it('retries whatever the network did', () => {
        expect(classifySalesforceError(new SalesforceNetworkError('ANY', '', { isAmbiguous: true }))).toBe('retry');
    });

    it('tells a refused sign-in from a login server that is down', () => {
        expect(classifySalesforceError(new SalesforceSignInError('invalid_grant', ''))).toBe('signIn');
        expect(classifySalesforceError(new SalesforceSignInError('INVALID_SESSION_ID', ''))).toBe('signIn');
        expect(classifySalesforceError(new SalesforceSignInError('ERROR_HTTP_502', ''))).toBe('retry');
    });

    it('parks a fault of our own', () => {
        expect(classifySalesforceError(new TypeError('oops'))).toBe('park');
    });
});

describe('isPassing', () => {
    it.each([
        ['UNABLE_TO_LOCK_ROW', true],
        ['REQUEST_LIMIT_EXCEEDED', true],
        ['ENTITY_IS_DELETED', false],
        ['INVALID_FIELD', false]
    ])('%s: %p', (code, expected) => {
        expect(isPassing(new SalesforceError(code, ''))).toBe(expected);
    });
});
