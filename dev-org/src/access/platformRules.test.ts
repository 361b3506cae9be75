import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
import type { ConvertedLead } from '../store/convertLead.ts';
import { addUser, connect, getObject, INTEGRATION, startTestOrg } from '../testing/testOrg.ts';

let org: DevOrg;
let sf: Connection;
let inviteeId: string;
beforeAll(async () => {
    org = await startTestOrg();
    sf = await connect(org, INTEGRATION);
    inviteeId = addUser(org.store, { Username: 'guest@nexora.example', LastName: 'Guest' }, 'Everything');
});
afterAll(() => org.close());

const ALLOWED = { headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } };

describe('duplicate rules', () => {
    it('name the people on file with the same e-mail address', async () => {
        const email = 'Ada@Lovelace.example';
        const contact = await sf.sobject('Contact').create({ LastName: 'Lovelace', Email: email });
        const lead = { LastName: 'Lovelace', Company: 'Engines', Email: email.toLowerCase() };
        const refused = await sf
            .sobject('Lead')
            .create(lead)
            .catch((error: unknown) => error as { errorCode: string; data: Record<string, unknown> });
        expect(refused).toMatchObject({
            errorCode: 'DUPLICATES_DETECTED',
            data: {
                duplicateResut: {
                    allowSave: true,
                    duplicateRule: 'Standard_Lead_Duplicate_Rule',
                    matchResults: [{ entityType: 'Contact', size: 1, matchRecords: [{ record: { Id: contact.id } }] }]
                }
            }
        });
        expect((await sf.query(`SELECT Id FROM Lead WHERE Email = '${email}'`)).totalSize).toBe(0);
    });

    it('let a request save all the same, and whoever has no address', async () => {
        const lead = { LastName: 'Twin', Company: 'Twins', Email: 'twin@twins.example' };
        await sf.sobject('Lead').create(lead);
        await expect(sf.sobject('Lead').create(lead)).rejects.toMatchObject({ errorCode: 'DUPLICATES_DETECTED' });
        expect(await sf.sobject('Lead').create(lead, ALLOWED)).toMatchObject({ success: true });
        const nameless = { LastName: 'Quiet', Company: 'Quiet' };
        await sf.sobject('Lead').create(nameless);
        expect(await sf.sobject('Lead').create(nameless)).toMatchObject({ success: true });
    });

    it('speak in collections and in the UI API too', async () => {
        const contact = { LastName: 'Twin', Email: 'one@twins.example' };
        const [first, second] = await sf.sobject('Contact').create([contact, contact]);
        expect(first).toMatchObject({ success: true });
        expect(second).toMatchObject({ success: false, errors: [{ statusCode: 'DUPLICATES_DETECTED' }] });
        const create = (more: object) =>
            sf.requestPost('/ui-api/records', { apiName: 'Contact', fields: contact, ...more });
        await expect(create({})).rejects.toMatchObject({
            data: {
                output: { errors: [{ duplicateRecordError: { duplicateRule: 'Standard_Contact_Duplicate_Rule' } }] }
            }
        });
        expect(await create({ allowSaveOnDuplicate: true })).toMatchObject({ apiName: 'Contact' });
    });
});

describe('invitations', () => {
    const start = { StartDateTime: '2027-03-01T09:00:00.000+0000', DurationInMinutes: 30 };
    const childrenOf = async (subject: string) =>
        (
            await sf.query(
                `SELECT Id, StartDateTime, Location FROM Event WHERE IsChild = true AND OwnerId = '${inviteeId}' AND Subject = '${subject}'`
            )
        ).records;
    const invite = async (subject: string, status = 'New') => {
        const event = (await sf.sobject('Event').create({ Subject: subject, ...start })).id!;
        const relation = { EventId: event, RelationId: inviteeId, Status: status };
        return { event, relation: (await sf.sobject('EventRelation').create(relation)).id! };
    };

    it('give a user who is invited an Event of their own, which follows and goes with the original', async () => {
        const { event } = await invite('Planning');
        expect(await childrenOf('Planning')).toMatchObject([{ StartDateTime: start.StartDateTime }]);
        const moved = { Id: event, StartDateTime: '2027-03-02T10:00:00.000+0000', Location: 'Berlin' };
        await sf.sobject('Event').update(moved);
        expect(await childrenOf('Planning')).toMatchObject([
            { StartDateTime: moved.StartDateTime, Location: 'Berlin' }
        ]);
        await sf.sobject('Event').destroy(event);
        expect(await childrenOf('Planning')).toEqual([]);
    });

    it('stay in the calendar when they are declined; only their status tells', async () => {
        const { event, relation } = await invite('Review');
        await sf.sobject('EventRelation').update({ Id: relation, Status: 'Declined' });
        expect(await childrenOf('Review')).toHaveLength(1);
        const declined = `SELECT Id FROM EventRelation WHERE EventId = '${event}' AND Status = 'Declined'`;
        expect((await sf.query(declined)).totalSize).toBe(1);
        await sf.sobject('EventRelation').destroy(relation);
        expect(await childrenOf('Review')).toEqual([]);
    });

    it('make no Event for people outside, and go to no child Event', async () => {
        const contact = (await sf.sobject('Contact').create({ LastName: 'Outside' })).id!;
        const event = (await sf.sobject('Event').create({ Subject: 'Outside', ...start })).id!;
        await sf.sobject('EventRelation').create({ EventId: event, RelationId: contact });
        expect((await sf.query("SELECT Id FROM Event WHERE Subject = 'Outside'")).totalSize).toBe(1);
        await invite('Nested');
        const [child] = await childrenOf('Nested');
        await expect(
            sf.sobject('EventRelation').create({ EventId: child!['Id'] as string, RelationId: contact })
        ).rejects.toMatchObject({ errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
        const relations = [...org.store.rows(getObject(org.schema, 'EventRelation'))];
        expect(relations.filter(({ EventId }) => EventId === child!['Id'])).toEqual([]);
    });
});

describe('owners', () => {
    it('are people who have not left, though those who have keep what they own', async () => {
        const leaver = addUser(org.store, { Username: 'leaver@nexora.example', LastName: 'Leaver' }, 'Everything');
        const kept = (await sf.sobject('Account').create({ Name: 'Kept', OwnerId: leaver })).id!;
        org.store.update(getObject(org.schema, 'User'), leaver, { IsActive: false }, { userId: inviteeId });
        const refused = { errorCode: 'INACTIVE_OWNER_OR_USER' };
        await expect(sf.sobject('Account').create({ Name: 'New', OwnerId: leaver })).rejects.toMatchObject(refused);
        const other = (await sf.sobject('Account').create({ Name: 'Other' })).id!;
        await expect(sf.sobject('Account').update({ Id: other, OwnerId: leaver })).rejects.toMatchObject(refused);
        expect(await sf.sobject('Account').update({ Id: kept, Phone: '1' })).toMatchObject({ success: true });
    });
});

describe('converting a Lead', () => {
    const LEAD = {
        FirstName: 'Ada',
        LastName: 'Byron',
        Company: 'Engines',
        Email: 'ada@engines.example',
        City: 'London'
    };
    const WHEN = { StartDateTime: '2027-03-01T09:00:00.000+0000', DurationInMinutes: 30 };
    const addLead = async (fields: Record<string, unknown> = {}): Promise<string> =>
        (await sf.sobject('Lead').create({ ...LEAD, ...fields }, ALLOWED)).id!;
    const convert = async (conversion: Record<string, unknown>) => {
        const response = await fetch(`${org.url}/__dev/convert-lead`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(conversion)
        });
        const body: unknown = await response.json();
        return { status: response.status, body, ...(body as ConvertedLead) };
    };
    const one = async (soql: string) => (await sf.query(soql)).records[0];

    it('makes an Account, a Contact and an Opportunity of it, which it names from then on', async () => {
        const leadId = await addLead();
        const { accountId, contactId, opportunityId } = await convert({ leadId });
        expect(await one(`SELECT Name, BillingCity FROM Account WHERE Id = '${accountId}'`)).toMatchObject({
            Name: 'Engines',
            BillingCity: 'London'
        });
        expect(await one(`SELECT Name, Email, AccountId FROM Contact WHERE Id = '${contactId}'`)).toMatchObject({
            Name: 'Ada Byron',
            Email: LEAD.Email,
            AccountId: accountId
        });
        expect(await one(`SELECT AccountId, StageName FROM Opportunity WHERE Id = '${opportunityId}'`)).toMatchObject({
            AccountId: accountId,
            StageName: 'Prospecting'
        });
        expect(await one(`SELECT FIELDS(ALL) FROM Lead WHERE Id = '${leadId}' LIMIT 1`)).toMatchObject({
            IsConverted: true,
            Status: 'Closed - Converted',
            ConvertedAccountId: accountId,
            ConvertedContactId: contactId,
            ConvertedOpportunityId: opportunityId
        });
    });

    it('merges it into a Contact on file, fills what is empty there, and changes nothing else', async () => {
        const accountId = (await sf.sobject('Account').create({ Name: 'Engines Ltd' })).id!;
        const contact = { LastName: 'Lovelace', AccountId: accountId };
        const contactId = (await sf.sobject('Contact').create(contact)).id!;
        const leadId = await addLead();
        expect(await convert({ leadId, accountId, contactId, createsOpportunity: false })).toMatchObject({
            accountId,
            contactId
        });
        expect(await one(`SELECT Name, Email, Account.Name FROM Contact WHERE Id = '${contactId}'`)).toMatchObject({
            Name: 'Ada Lovelace',
            Email: LEAD.Email,
            Account: { Name: 'Engines Ltd' }
        });
        expect(await one(`SELECT ConvertedOpportunityId FROM Lead WHERE Id = '${leadId}'`)).toMatchObject({
            ConvertedOpportunityId: null
        });
    });

    it('moves its activities to the Contact', async () => {
        const leadId = await addLead();
        const event = (await sf.sobject('Event').create({ Subject: 'Call', WhoId: leadId, ...WHEN })).id!;
        const { contactId } = await convert({ leadId });
        expect(await one(`SELECT WhoId FROM Event WHERE Id = '${event}'`)).toMatchObject({ WhoId: contactId });
    });

    it('leaves a Lead that nothing changes and nothing new refers to', async () => {
        const leadId = await addLead();
        await convert({ leadId });
        const refused = { errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD' };
        await expect(sf.sobject('Lead').update({ Id: leadId, City: 'Paris' })).rejects.toMatchObject(refused);
        const event = { Subject: 'Late', WhoId: leadId, ...WHEN };
        await expect(sf.sobject('Event').create(event)).rejects.toMatchObject(refused);
    });

    it('happens once, to Leads that there are, into Contacts of the Account', async () => {
        const leadId = await addLead();
        const accountId = (await sf.sobject('Account').create({ Name: 'Elsewhere' })).id!;
        const contactId = (await sf.sobject('Contact').create({ LastName: 'Alone' })).id!;
        expect(await convert({ leadId, accountId, contactId })).toMatchObject({
            status: 400,
            body: [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION' }]
        });
        expect((await convert({ leadId })).status).toBe(200);
        expect(await convert({ leadId })).toMatchObject({ body: [{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }] });
        expect((await convert({ leadId: '00Q000000000000AAA' })).status).toBe(404);
        expect((await convert({})).status).toBe(400);
    });
});

describe('the words of errors', () => {
    it('are those of the language that the org speaks, and the codes stay', async () => {
        const german = await startTestOrg({ wording: (code) => `Das geht nicht: ${code.length}` });
        const connection = await connect(german, INTEGRATION);
        const create = (composite: string, body: object) => connection.requestPost(composite, body);
        const part = { method: 'POST', url: '/services/data/v66.0/sobjects/Lead', referenceId: 'a', body: {} };
        const error = { errorCode: 'REQUIRED_FIELD_MISSING', message: 'Das geht nicht: 22' };
        expect(await create('/composite', { compositeRequest: [part] })).toMatchObject({
            compositeResponse: [{ body: [error] }]
        });
        const record = { attributes: { type: 'Lead' } };
        expect(await create('/composite/sobjects', { records: [record] })).toMatchObject([
            { errors: [{ statusCode: error.errorCode, message: error.message }] }
        ]);
        await expect(connection.query('SELECT Nothing FROM Lead')).rejects.toThrow('Das geht nicht: 13');
        await german.close();
    });
});
