import { readRecordUrl } from './recordUrl.ts';

const ORG = 'https://acme.my.salesforce.com';
const LEAD = '00Q000000000001AAA';

describe('the record of a page', () => {
    it.each([
        ['Lead', `https://acme.lightning.force.com/lightning/r/Lead/${LEAD}/view`],
        ['Lead', `https://acme.lightning.force.com/lightning/r/${LEAD}/view?ws=x`],
        ['Lead', `https://acme.my.salesforce.com/${LEAD}`],
        ['Contact', 'https://acme.lightning.force.com/lightning/r/Contact/003000000000001AAA/view'],
        ['Account', 'https://acme.lightning.force.com/lightning/r/Account/001000000000001AAA/edit'],
        ['Opportunity', 'https://acme.lightning.force.com/lightning/r/Opportunity/006000000000001/view'],
        ['Case', 'https://acme.lightning.force.com/lightning/r/Case/500000000000001AAA/view']
    ])('is a %s at %s', (objectApiName, address) => {
        expect(readRecordUrl(address, ORG)).toMatchObject({ objectApiName });
    });

    it('is found in a sandbox and in the dev org', () => {
        const sandbox = `https://acme--uat.sandbox.lightning.force.com/lightning/r/Lead/${LEAD}/view`;
        const local = `http://127.0.0.1:3000/lightning/r/Lead/${LEAD}/view`;
        expect(readRecordUrl(sandbox, 'https://acme--uat.sandbox.my.salesforce.com')?.id).toBe(LEAD);
        expect(readRecordUrl(local, 'http://127.0.0.1:3000')?.id).toBe(LEAD);
    });

    it.each([
        ['another org', `https://other.lightning.force.com/lightning/r/Lead/${LEAD}/view`],
        ['the sandbox of the org', `https://acme--uat.sandbox.lightning.force.com/lightning/r/Lead/${LEAD}/view`],
        ['a look-alike', `https://acme.lightning.force.com.evil.example/lightning/r/Lead/${LEAD}/view`],
        ['plain http', `http://acme.lightning.force.com/lightning/r/Lead/${LEAD}/view`],
        ['a list', 'https://acme.lightning.force.com/lightning/o/Lead/list'],
        [
            'an object that links cannot belong to',
            'https://acme.lightning.force.com/lightning/r/a01000000000001AAA/view'
        ],
        ['no address', 'nothing']
    ])('is none at %s', (_, address) => {
        expect(readRecordUrl(address, ORG)).toBeUndefined();
    });
});
