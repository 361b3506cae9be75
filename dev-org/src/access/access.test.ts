import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import type { RecordStore } from '../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { FIXTURE, permissionSetFile, xml } from '../testing/fixtureProject.ts';
import { addUser, connect, getObject, INTEGRATION, seedUsers, startTestOrg } from '../testing/testOrg.ts';

const RULE = `<sharingCriteriaRules><fullName>Shared</fullName><accessLevel>Read</accessLevel><label>Shared</label>
<sharedTo><allInternalUsers></allInternalUsers></sharedTo>
<criteriaItems><field>IsShared__c</field><operation>equals</operation><value>True</value></criteriaItems></sharingCriteriaRules>`;

const FILES = {
    ...FIXTURE,
    ...Object.fromEntries([
        permissionSetFile(
            'Rep',
            {
                Kind__c: ['allowRead', 'viewAllRecords'],
                Link__c: ['allowCreate', 'allowRead', 'allowEdit'],
                Host__c: ['allowCreate', 'allowRead', 'allowEdit', 'allowDelete']
            },
            ['Link__c.IsActive__c', 'Link__c.IsShared__c+', 'Link__c.Url__c']
        )
    ]),
    'sharingRules/Link__c.sharingRules-meta.xml': xml('SharingRules', RULE)
};

let org: DevOrg;
let ann: Connection;
let bob: Connection;
let boss: Connection;
let integration: Connection;
let kindId: string;
let annsLink: string;

/** Ann works below Boss, and Below below Ann; Bob reports to Boss but works in no role. */
function seed(store: RecordStore): void {
    seedUsers(store);
    const addRole = (Name: string, ParentRoleId?: string): string =>
        store.insert(getObject(store.schema, 'UserRole'), { Name, ParentRoleId }, SYSTEM_ACTOR).Id;
    const add = (name: string, input: Record<string, unknown>): string =>
        addUser(store, { Username: `${name}@nexora.example`, LastName: name, ...input }, 'Rep');
    const director = addRole('Director');
    const manager = addRole('Manager', director);
    const ManagerId = add('boss', { UserRoleId: director });
    add('ann', { UserRoleId: addRole('Executive', manager) });
    add('bob', { ManagerId });
}

beforeAll(async () => {
    org = await startTestOrg({ seed }, FILES);
    [ann, bob, boss, integration] = (await Promise.all(
        ['ann@nexora.example', 'bob@nexora.example', 'boss@nexora.example', INTEGRATION].map((name) =>
            connect(org, name)
        )
    )) as [Connection, Connection, Connection, Connection];
    kindId = (await integration.sobject('Kind__c').create({ Key__c: 'k' })).id!;
    annsLink = (await ann.sobject('Link__c').create({ Slug__c: 'ann', Kind__c: kindId })).id!;
});
afterAll(() => org.close());

const slugs = async (sf: Connection): Promise<unknown[]> =>
    (await sf.query('SELECT Slug__c FROM Link__c ORDER BY Slug__c')).records.map(
        (record) => record['Slug__c'] as unknown
    );
const refused = (errorCode: string) => expect.objectContaining({ errorCode }) as Error;

describe('object permissions', () => {
    it('hide objects that no permission set grants', async () => {
        await expect(ann.sobject('Use__c').create({ Hash__c: 'x' })).rejects.toEqual(refused('NOT_FOUND'));
        await expect(ann.query('SELECT Id FROM Use__c')).rejects.toEqual(refused('INVALID_TYPE'));
    });

    it('refuse what is not granted on objects that may be read', async () => {
        await expect(ann.sobject('Kind__c').create({})).rejects.toEqual(
            refused('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY')
        );
        await expect(ann.sobject('Kind__c').update({ Id: kindId, Name: 'Mine' })).rejects.toEqual(
            refused('INSUFFICIENT_ACCESS_OR_READONLY')
        );
        await expect(ann.sobject('Link__c').destroy(annsLink)).rejects.toEqual(
            refused('INSUFFICIENT_ACCESS_OR_READONLY')
        );
    });

    it('leave standard objects and settings open', async () => {
        expect(await ann.sobject('Lead').create({ LastName: 'L', Company: 'C' })).toMatchObject({ success: true });
        expect((await ann.query('SELECT ServiceUrl__c FROM AdmitOneSetting__mdt')).totalSize).toBe(1);
    });

    it('follow an assignment at once', async () => {
        const Assignment = getObject(org.schema, 'PermissionSetAssignment');
        const [set] = org.store.findByField(getObject(org.schema, 'PermissionSet'), 'Name', 'Everything');
        const assigned = await integration
            .sobject('PermissionSetAssignment')
            .create({ AssigneeId: bob.userInfo!.id, PermissionSetId: set!.Id });
        expect((await bob.query('SELECT Id FROM Use__c')).totalSize).toBe(0);
        org.store.delete(Assignment, assigned.id!, { userId: bob.userInfo!.id });
        await expect(bob.query('SELECT Id FROM Use__c')).rejects.toEqual(refused('INVALID_TYPE'));
    });
});

describe('field permissions', () => {
    it('hide fields everywhere', async () => {
        expect(await ann.sobject('Link__c').retrieve(annsLink)).not.toHaveProperty('ExpiresAt__c');
        await expect(ann.query('SELECT ExpiresAt__c FROM Link__c')).rejects.toEqual(refused('INVALID_FIELD'));
        await expect(ann.sobject('Link__c').update({ Id: annsLink, ExpiresAt__c: null })).rejects.toEqual(
            refused('INVALID_FIELD')
        );
        const described = await ann.sobject('Link__c').describe();
        expect(described.fields.map(({ name }) => name)).not.toContain('ExpiresAt__c');
    });

    it('let a field be read and not changed', async () => {
        await expect(ann.sobject('Link__c').update({ Id: annsLink, IsActive__c: false })).rejects.toEqual(
            refused('INVALID_FIELD_FOR_INSERT_UPDATE')
        );
        expect(await ann.sobject('Link__c').retrieve(annsLink)).toMatchObject({ IsActive__c: true });
    });
});

describe('sharing', () => {
    it('shows private records to their owner, the roles above and those with View All', async () => {
        expect(await slugs(ann)).toEqual(['ann']);
        expect(await slugs(boss)).toEqual(['ann']);
        expect(await slugs(integration)).toEqual(['ann']);
        expect(await slugs(bob)).toEqual([]);
        await expect(bob.sobject('Link__c').retrieve(annsLink)).rejects.toEqual(refused('NOT_FOUND'));
    });

    it('does not roll up to a manager by the field alone, nor down a role', async () => {
        const bobs = (await bob.sobject('Link__c').create({ Slug__c: 'bobs', Kind__c: kindId })).id!;
        const bosses = (await boss.sobject('Link__c').create({ Slug__c: 'bosses-own', Kind__c: kindId })).id!;
        expect(await slugs(boss)).toEqual(['ann', 'bosses-own']);
        expect(await slugs(ann)).toEqual(['ann']);
        await integration.sobject('Link__c').destroy([bobs, bosses]);
    });

    it('shows by a criteria rule, to read and not to edit', async () => {
        const shared = (await ann.sobject('Link__c').create({ Slug__c: 'lib', Kind__c: kindId, IsShared__c: true }))
            .id!;
        expect(await slugs(bob)).toEqual(['lib']);
        await expect(bob.sobject('Link__c').update({ Id: shared, Name: 'Mine' })).rejects.toEqual(
            refused('INSUFFICIENT_ACCESS_OR_READONLY')
        );
        await ann.sobject('Link__c').update({ Id: shared, IsShared__c: false });
        expect(await slugs(bob)).toEqual([]);
    });

    it('lets details follow their master', async () => {
        const host = (await ann.sobject('Host__c').create({ Link__c: annsLink })).id!;
        expect((await bob.query('SELECT Id FROM Host__c')).totalSize).toBe(0);
        expect((await boss.query('SELECT Id FROM Host__c')).totalSize).toBe(1);
        await expect(bob.sobject('Host__c').create({ Link__c: annsLink })).rejects.toEqual(
            refused('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY')
        );
        await boss.sobject('Host__c').destroy(host);
        expect((await ann.query('SELECT Id FROM Host__c')).totalSize).toBe(0);
    });

    it('leaves nothing of a save that points at what the user may not see', async () => {
        const before = [...org.store.rows(getObject(org.schema, 'Host__c'))].length;
        await expect(bob.sobject('Host__c').create({ Link__c: annsLink })).rejects.toEqual(
            refused('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY')
        );
        expect([...org.store.rows(getObject(org.schema, 'Host__c'))]).toHaveLength(before);
    });
});

describe('refusals', () => {
    const onGraphql = async (selection: string, objectName: string): Promise<unknown> => {
        const query = `query { uiapi { query { ${objectName}(first: 1) { edges { node { ${selection} } } } } } }`;
        return ann.request({ method: 'POST', url: '/graphql', body: JSON.stringify({ query }) });
    };
    const read = (path: string): Promise<unknown> => ann.request(path);

    it('speak each API’s own words for an object that is hidden', async () => {
        await expect(read('/sobjects/Use__c/describe')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
        await expect(read('/query?q=SELECT+Id+FROM+Use__c')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
        await expect(read('/ui-api/object-info/Use__c')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
        expect(await onGraphql('Id', 'Use__c')).toMatchObject({
            errors: [{ extensions: { ErrorType: 'ValidationError' } }]
        });
    });

    it('speak each API’s own words for a field that is hidden', async () => {
        const path = `/sobjects/Link__c/${annsLink}?fields=ExpiresAt__c`;
        const soql = '/query?q=SELECT+ExpiresAt__c+FROM+Link__c';
        const record = `/ui-api/records/${annsLink}?fields=Link__c.ExpiresAt__c`;
        for (const url of [path, soql, record]) {
            await expect(read(url)).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
        }
        expect(await onGraphql('ExpiresAt__c { value }', 'Link__c')).toMatchObject({
            errors: [{ extensions: { ErrorType: 'ValidationError' } }]
        });
    });

    it('hide records of others without a word about them', async () => {
        const foreign = (await boss.sobject('Link__c').create({ Slug__c: 'bosses', Kind__c: kindId })).id!;
        for (const url of [`/sobjects/Link__c/${foreign}`, `/ui-api/records/${foreign}?fields=Link__c.Name`]) {
            await expect(read(url)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
        }
        expect(await read(`/query?q=SELECT+Id+FROM+Link__c+WHERE+Id='${foreign}'`)).toMatchObject({ totalSize: 0 });
        const body = JSON.stringify({ fields: { Name: 'Mine' } });
        await expect(ann.request({ method: 'PATCH', url: `/ui-api/records/${foreign}`, body })).rejects.toMatchObject({
            errorCode: 'NOT_FOUND'
        });
    });
});
