import { randomUUID } from 'node:crypto';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { convertLead } from '../../dev-org/src/store/convertLead.ts';
import type { ConvertedLead } from '../../dev-org/src/store/convertLead.ts';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { soql } from '../src/salesforce/soql.ts';
import { connectToOrg, IN_GERMAN, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('what changes in Salesforce between booking and writing, in an org that speaks German', () => {
    let org: DevOrg;
    let service: TestService;
    let slots: string[];

    beforeAll(async () => {
        const settings = { FallbackOwnerUsername__c: NEXORA_USERNAMES.amara };
        org = await startTestOrg({ wording: IN_GERMAN, settings });
        service = await startTestService(org);
        slots = await service.findSlots('l/julio-intro');
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    /** A Lead whose address no booking names, so that only its link leads there. */
    const addLead = (): Promise<string> =>
        service.rep.create('Lead', {
            FirstName: 'Ada',
            LastName: 'Byron',
            Company: 'Analytical Engines',
            Email: `${randomUUID()}@engines.example`
        });

    async function book(fields: Record<string, unknown>) {
        const link = await service.mintLink('julio-intro', fields);
        const response = await service.book({ link, start: slots.shift() });
        const { meeting, manageUrl } = (await response.json()) as { meeting: { uid: string }; manageUrl: string };
        return { uid: meeting.uid, token: new URL(manageUrl).pathname.split('/')[2] ?? '' };
    }

    async function written(uid: string) {
        await service.service.outbox.drain();
        const [meeting] = await service.integration.query(
            soql`SELECT Id, Status__c, Lead__c, Contact__c, Account__c, Opportunity__c, OwnerId, Host__c, SyncError__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        const events = await service.integration.query(
            soql`SELECT WhoId, WhatId, OwnerId, Subject FROM Event WHERE BookingUid__c = ${uid}`
        );
        return { meeting, events };
    }

    /** The meeting is where the Lead went, its Event on the Contact's timeline and about the meeting. */
    async function expectConverted(uid: string, { contactId, accountId, opportunityId }: ConvertedLead) {
        const { meeting, events } = await written(uid);
        expect(meeting).toMatchObject({
            Lead__c: null,
            Contact__c: contactId,
            Account__c: accountId,
            Opportunity__c: opportunityId ?? null,
            SyncError__c: null
        });
        expect(events).toMatchObject([{ WhoId: contactId, WhatId: meeting?.['Id'] }]);
    }

    it('a Lead that is converted before anybody looks: its Contact, Account and Opportunity have the meeting', async () => {
        const leadId = await addLead();
        const { uid } = await book({ Lead__c: leadId });
        await expectConverted(uid, convertLead(org.store, { leadId }));
    });

    it('a Lead that is converted between the look and the writing', async () => {
        const leadId = await addLead();
        const { uid } = await book({ Lead__c: leadId });
        const query = service.integration.query.bind(service.integration);
        let converted: ConvertedLead | undefined;
        service.integration.query = async (...args) => {
            const rows = await query(...args);
            if (args[0].includes('FROM Lead')) converted ??= convertLead(org.store, { leadId });
            return rows;
        };
        await service.service.outbox.drain();
        service.integration.query = query;
        expect(converted).toBeDefined();
        if (converted) await expectConverted(uid, converted);
    });

    it('a Lead that is found by e-mail and converted between the look and the writing', async () => {
        const leadId = await addLead();
        const [{ Email } = { Email: '' }] = await service.rep.query(soql`SELECT Email FROM Lead WHERE Id = ${leadId}`);
        const response = await service.book({
            link: 'l/julio-intro',
            start: slots.shift(),
            prospect: { firstName: 'Ada', lastName: 'Byron', email: Email }
        });
        const { meeting } = (await response.json()) as { meeting: { uid: string } };
        const queryMany = service.integration.queryMany.bind(service.integration);
        let converted: ConvertedLead | undefined;
        service.integration.queryMany = async (...args) => {
            const rows = await queryMany(...args);
            converted ??= convertLead(org.store, { leadId, createsOpportunity: false });
            return rows;
        };
        await service.service.outbox.drain();
        service.integration.queryMany = queryMany;
        if (converted) await expectConverted(meeting.uid, converted);
        expect(converted).toBeDefined();
    });

    it('a Lead that is converted after the meeting was written: the next change brings the meeting along', async () => {
        const leadId = await addLead();
        const { uid, token } = await book({ Lead__c: leadId });
        expect((await written(uid)).meeting).toMatchObject({ Lead__c: leadId });
        const converted = convertLead(org.store, { leadId });
        const canceled = await fetch(`${service.url}/api/v1/meetings/${token}/cancel`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
            body: '{}'
        });
        expect(canceled.status).toBe(200);
        await expectConverted(uid, converted);
        expect((await written(uid)).meeting).toMatchObject({ Status__c: 'Canceled' });
    });

    it('a link’s own Opportunity stays, whatever the Lead’s conversion made', async () => {
        const [own] = await service.rep.query('SELECT Id FROM Opportunity LIMIT 1');
        const leadId = await addLead();
        const { uid } = await book({ Lead__c: leadId, Opportunity__c: own?.['Id'] });
        const { contactId } = convertLead(org.store, { leadId });
        expect((await written(uid)).meeting).toMatchObject({ Contact__c: contactId, Opportunity__c: own?.['Id'] });
    });

    it('a replacement of a link whose Lead was converted is for what the Lead has become', async () => {
        const leadId = await addLead();
        const { uid, token } = await book({ Lead__c: leadId });
        const { meeting } = await written(uid);
        const { contactId } = convertLead(org.store, { leadId });
        await fetch(`${service.url}/api/v1/meetings/${token}/cancel`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
            body: '{}'
        });
        const hash = await hashToken(newToken());
        const ask = { Meeting__c: meeting?.['Id'], Kind__c: 'Replace', ReplacementTokenHash__c: hash };
        const action = await service.rep.create('MeetingAction__c', ask);
        await service.service.actions.look();
        const [answer] = await service.rep.query(
            soql`SELECT Result__c, Error__c FROM MeetingAction__c WHERE Id = ${action}`
        );
        expect(answer).toMatchObject({ Result__c: 'Done', Error__c: null });
        const [successor] = await service.integration.query(
            soql`SELECT Lead__c, Contact__c FROM SingleUseLink__c WHERE TokenHash__c = ${hash}`
        );
        expect(successor).toMatchObject({ Lead__c: null, Contact__c: contactId });
    });

    it('a record of the link that is deleted is left out', async () => {
        const opportunity = await service.rep.create('Opportunity', {
            Name: 'Short-lived',
            StageName: 'Prospecting',
            CloseDate: '2027-01-31'
        });
        const leadId = await addLead();
        const { uid } = await book({ Lead__c: leadId, Opportunity__c: opportunity });
        const object = org.schema.object('Opportunity');
        const [{ OwnerId } = { OwnerId: '' }] = await service.rep.query('SELECT OwnerId FROM BookingLink__c LIMIT 1');
        if (object) org.store.delete(object, opportunity, { userId: String(OwnerId) });
        expect((await written(uid)).meeting).toMatchObject({
            Lead__c: leadId,
            Opportunity__c: null,
            SyncError__c: null
        });
    });

    it('a host who has left: the fallback owner of the settings has the meeting and its Event', async () => {
        const { uid } = await book({});
        const admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
        const people = await admin.query(
            soql`SELECT Id, Username FROM User WHERE Username IN ${[NEXORA_USERNAMES.julio, NEXORA_USERNAMES.amara]}`
        );
        const idOf = (username: string) => String(people.find(({ Username }) => Username === username)?.['Id']);
        const [julio, amara] = [idOf(NEXORA_USERNAMES.julio), idOf(NEXORA_USERNAMES.amara)];
        const User = org.schema.object('User');
        const setActive = (isActive: boolean) =>
            User && org.store.update(User, julio, { IsActive: isActive }, { userId: amara });
        setActive(false);
        const { meeting, events } = await written(uid);
        setActive(true);
        expect(meeting).toMatchObject({ OwnerId: amara, Host__c: julio, SyncError__c: null });
        expect(events).toMatchObject([{ OwnerId: amara }]);
    });
});
