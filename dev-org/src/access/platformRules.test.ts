import type { Connection } from 'jsforce';
import type { DevOrg } from '../devOrg.ts';
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
