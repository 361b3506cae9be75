import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';
import { connectToOrg, IN_GERMAN, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('a prospect whom nobody knows', () => {
    let org: DevOrg;
    let service: TestService;
    let admin: SalesforceClient;
    let slots: string[];
    let people = 0;

    beforeAll(async () => {
        org = await startTestOrg({ wording: IN_GERMAN });
        service = await startTestService(org);
        admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
        await letServiceCreateLeads();
        slots = await service.findSlots('l/julio-intro');
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });
    beforeEach(() => createLeads(true));
    afterEach(() => org.faults.clear());

    /** What an admin does beside switching the setting on. */
    async function letServiceCreateLeads(): Promise<void> {
        const [user] = await admin.query(soql`SELECT Id FROM User WHERE Username = ${NEXORA_USERNAMES.integration}`);
        const [set] = await admin.query(soql`SELECT Id FROM PermissionSet WHERE Name = 'AdmitOneLeadCreation'`);
        await admin.create('PermissionSetAssignment', { AssigneeId: user?.['Id'], PermissionSetId: set?.['Id'] });
    }

    /** As the next reading of the settings would find them. */
    async function createLeads(isOn: boolean): Promise<void> {
        await service.service.mirror.refresh(0);
        await service.database.pool.query(
            `update definitions set version = (select version + 1 from mirror_state),
                    fields = fields || jsonb_build_object('CreatesLeads__c', $1::boolean)
              where object_name = 'AdmitOneSetting__mdt'`,
            [isOn]
        );
        await service.database.pool.query('update mirror_state set version = version + 1');
    }

    const someone = (): string => `unknown${(people += 1)}@stranger.example`;

    async function book(email: string, { link = 'l/julio-intro', company }: { link?: string; company?: string } = {}) {
        const prospect = { firstName: 'Grace', lastName: 'Hopper', email, ...(company !== undefined && { company }) };
        const response = await service.book({ link, start: slots.shift(), prospect });
        return ((await response.json()) as { meeting: { uid: string } }).meeting.uid;
    }

    async function writtenOf(uid: string) {
        await service.service.outbox.drain();
        const [row] = await service.integration.query(
            soql`SELECT Lead__c, Contact__c, SyncError__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        const [event] = await service.integration.query(
            soql`SELECT WhoId, WhatId FROM Event WHERE BookingUid__c = ${uid}`
        );
        return { ...row, whoId: event?.['WhoId'], whatId: event?.['WhatId'] };
    }

    const leadsOf = (email: string) =>
        service.integration.query(
            soql`SELECT Id, Company, LastName, Owner.Username FROM Lead WHERE Email = ${email} AND IsConverted = false`
        );

    it('becomes no Lead unless the org asks for it', async () => {
        await createLeads(false);
        const email = someone();
        expect(await writtenOf(await book(email))).toMatchObject({ Lead__c: null, Contact__c: null });
        expect(await leadsOf(email)).toEqual([]);
    });

    it('becomes a Lead of the host, on whose timeline the meeting is, once for any number of meetings', async () => {
        const email = someone();
        const written = await writtenOf(await book(email, { company: 'Eckert-Mauchly' }));
        const again = await writtenOf(await book(email));
        const leads = await leadsOf(email);
        expect(leads).toEqual([
            expect.objectContaining({
                Company: 'Eckert-Mauchly',
                LastName: 'Hopper',
                Owner: expect.objectContaining({ Username: NEXORA_USERNAMES.julio }) as unknown
            })
        ]);
        const id = leads[0]?.['Id'];
        expect(written).toMatchObject({ Lead__c: id, Contact__c: null, whoId: id, whatId: null, SyncError__c: null });
        expect(again).toMatchObject({ Lead__c: id });
    });

    it('gets Salesforce’s own words for a company that is not told', async () => {
        const email = someone();
        await writtenOf(await book(email));
        expect(await leadsOf(email)).toEqual([expect.objectContaining({ Company: '[not provided]' })]);
    });

    it('is not made a Lead when a Contact or an open Lead has the address, or the link names a record', async () => {
        const [contact] = await admin.query('SELECT Id, Email FROM Contact WHERE Email != null LIMIT 1');
        const known = String(contact?.['Email']);
        expect(await writtenOf(await book(known))).toMatchObject({ Contact__c: contact?.['Id'], Lead__c: null });
        expect(await leadsOf(known)).toEqual([]);
        const [lead] = await admin.query('SELECT Id FROM Lead WHERE IsConverted = false LIMIT 1');
        const email = someone();
        const link = await service.mintLink('julio-intro', { Lead__c: lead?.['Id'] });
        expect(await writtenOf(await book(email, { link }))).toMatchObject({ Lead__c: lead?.['Id'] });
        expect(await leadsOf(email)).toEqual([]);
    });

    it.each(['commitThenReset', 'commitThen503', 'reset', 'html503'] as const)(
        'becomes one Lead although the call that makes it meets %s',
        async (kind) => {
            const email = someone();
            const uid = await book(email);
            org.faults.add({ kind, path: '/sobjects/Lead', times: 1 });
            await service.service.outbox.drain();
            await service.database.pool.query('update outbox set next_attempt_at = now()');
            expect(await writtenOf(uid)).toMatchObject({ SyncError__c: null });
            expect(await leadsOf(email)).toHaveLength(1);
        }
    );

    it('is the person whom a duplicate rule of the org has found', async () => {
        const email = someone();
        const uid = await book(email);
        // Made by somebody else between our look and our create.
        const query = service.integration.queryMany.bind(service.integration);
        let id: string | undefined;
        service.integration.queryMany = async (...args) => {
            const rows = await query(...args);
            id ??= await admin.create('Lead', { LastName: 'Hopper', Company: 'Navy', Email: email });
            return rows;
        };
        const written = await writtenOf(uid);
        service.integration.queryMany = query;
        expect(written).toMatchObject({ Lead__c: id, SyncError__c: null });
        expect(await leadsOf(email)).toHaveLength(1);
    });

    it('has the meeting in Salesforce although the org refuses the Lead, and becomes one when the cause is gone', async () => {
        const email = someone();
        const uid = await book(email);
        org.faults.add({
            kind: 'error',
            status: 400,
            code: 'REQUIRED_FIELD_MISSING',
            path: '/sobjects/Lead',
            times: 1
        });
        const refused = await writtenOf(uid);
        const aboutField: unknown = expect.stringContaining('REQUIRED_FIELD_MISSING');
        expect(refused).toMatchObject({ Lead__c: null, whoId: null, SyncError__c: aboutField });
        await service.database.pool.query('update outbox set next_attempt_at = now()');
        const written = await writtenOf(uid);
        const [lead] = await leadsOf(email);
        expect(written).toMatchObject({ Lead__c: lead?.['Id'], whoId: lead?.['Id'], SyncError__c: null });
    });
});
