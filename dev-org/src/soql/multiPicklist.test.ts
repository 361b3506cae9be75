import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import { createRecordStore } from '../store/createRecordStore.ts';
import { fieldFile, FIXTURE, loadFixture, permissionSetFile, ruleFile } from '../testing/fixtureProject.ts';
import { connect, startTestOrg } from '../testing/testOrg.ts';

const valueSet = `<restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${['Red', 'White', 'Pink']
    .map((value) => `<value><fullName>${value}</fullName><default>false</default><label>${value} wine</label></value>`)
    .join('')}</valueSetDefinition>`;
const FILES = {
    ...FIXTURE,
    ...Object.fromEntries([
        fieldFile('Kind__c', 'Wines__c', { type: 'MultiselectPicklist', visibleLines: 4, valueSet }),
        permissionSetFile('Everything', { Kind__c: ['allowCreate', 'allowRead', 'allowEdit', 'allowDelete'] }, [
            'Kind__c.Wines__c+'
        ])
    ])
};

let org: DevOrg;
let sf: Connection;
beforeAll(async () => {
    org = await startTestOrg({}, FILES);
    sf = await connect(org);
    for (const [Name, Wines__c] of [
        ['both', 'white;Red;Red'],
        ['pink', 'Pink'],
        ['red', 'Red'],
        ['none', null]
    ]) {
        await sf.sobject('Kind__c').create({ Name, Wines__c });
    }
});
afterAll(() => org.close());

async function namesWhere(condition: string): Promise<unknown[]> {
    const { records } = await sf.query<{ Name: string }>(`SELECT Name FROM Kind__c WHERE ${condition} ORDER BY Name`);
    return records.map(({ Name }) => Name);
}

describe('multi-select picklists', () => {
    it('keep each value once, in the order and spelling of the definition', async () => {
        const { records } = await sf.query("SELECT Wines__c FROM Kind__c WHERE Name = 'both'");
        expect(records).toMatchObject([{ Wines__c: 'Red;White' }]);
    });

    it('refuse a value that is not defined', async () => {
        await expect(sf.sobject('Kind__c').create({ Wines__c: 'Red;Blue' })).rejects.toMatchObject({
            errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
        });
    });

    it.each([
        ["Wines__c INCLUDES ('Red')", ['both', 'red']],
        ["Wines__c INCLUDES ('Red;White', 'Pink')", ['both', 'pink']],
        ["Wines__c INCLUDES ('white;red')", ['both']],
        ["Wines__c EXCLUDES ('Red')", ['none', 'pink']],
        ["Wines__c = 'Red;White'", ['both']],
        ['Wines__c = null', ['none']]
    ])('are found by %s', async (condition, names) => {
        expect(await namesWhere(condition)).toEqual(names);
    });

    it('are described as such', async () => {
        const { fields } = await sf.sobject('Kind__c').describe();
        expect(fields.find(({ name }) => name === 'Wines__c')).toMatchObject({
            ...{ type: 'multipicklist', restrictedPicklist: true, soapType: 'xsd:string' },
            picklistValues: [{ value: 'Red' }, { value: 'White' }, { value: 'Pink' }]
        });
        const { records } = await sf.query<{ Id: string }>("SELECT Id FROM Kind__c WHERE Name = 'both'");
        const path = `/ui-api/records/${records[0]!.Id}?fields=Kind__c.Wines__c`;
        expect(await sf.request(path)).toMatchObject({
            fields: { Wines__c: { value: 'Red;White', displayValue: 'Red wine;White wine' } }
        });
    });

    it('stop the start when a formula uses one', () => {
        const [path, rule] = ruleFile('Kind__c', 'Wine', {
            errorConditionFormula: 'ISPICKVAL(Wines__c, "Red")',
            errorMessage: 'No'
        });
        const start = () => createRecordStore(loadFixture({ ...FILES, [path]: rule }).schema);
        expect(start).toThrow('multi-select picklists in formulas');
    });
});
