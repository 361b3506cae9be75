import { hasErrorCode, reduceErrors } from 'c/ldsUtils';

const VALIDATION = {
    status: 400,
    statusText: 'Bad Request',
    body: {
        message: 'An error occurred while trying to update the record. Please try again.',
        output: {
            errors: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'A revoked link stays revoked.' }],
            fieldErrors: { Slug__c: [{ errorCode: 'DUPLICATE_VALUE', message: 'This slug is taken.' }] }
        }
    }
};

describe('c-lds-utils reduceErrors', () => {
    it.each([
        ['nothing', undefined, []],
        ['null', null, []],
        ['text', 'It failed', ['It failed']],
        ['a JavaScript error', new TypeError('It failed'), ['It failed']],
        ['GraphQL errors', [{ message: 'No such field' }, { message: 'No access' }], ['No such field', 'No access']],
        ['a body', { body: { message: 'Session expired' }, statusText: 'Unauthorized' }, ['Session expired']],
        ['a body of several', { body: [{ message: 'One' }, { message: 'Two' }] }, ['One', 'Two']],
        ['rule and field errors', VALIDATION, ['A revoked link stays revoked.', 'This slug is taken.']],
        ['a bare status', { status: 502, statusText: 'Bad Gateway' }, ['Bad Gateway']],
        ['the same message twice', [{ message: 'Twice' }, 'Twice'], ['Twice']],
        ['an empty output', { body: { message: 'General', output: { errors: [], fieldErrors: {} } } }, ['General']],
        ['a number', 42, []]
    ])('reduces %s', (_, error, messages) => {
        expect(reduceErrors(error)).toEqual(messages);
    });
});

describe('hasErrorCode', () => {
    it('finds a code wherever the platform puts it, and no other', () => {
        const error = {
            body: { message: 'An error occurred', output: { errors: [{ errorCode: 'DUPLICATES_DETECTED' }] } }
        };
        expect(hasErrorCode(error, 'DUPLICATES_DETECTED')).toBe(true);
        expect(hasErrorCode([{ errorCode: 'DUPLICATES_DETECTED' }], 'DUPLICATES_DETECTED')).toBe(true);
        expect(hasErrorCode(error, 'NOT_FOUND')).toBe(false);
        expect(hasErrorCode(undefined, 'NOT_FOUND')).toBe(false);
    });
});
