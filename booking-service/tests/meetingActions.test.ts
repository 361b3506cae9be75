import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { hashToken, newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import type { SalesforceClient } from '../src/salesforce/salesforceClient.ts';
import { soql } from '../src/salesforce/soql.ts';
import { eventually } from '../testing/eventually.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

interface BookingAnswer {
    meeting: { uid: string };
    manageUrl: string;
}

const DAY_MS = 86_400_000;
const anInstant: unknown = expect.any(String);
const aboutTaken: unknown = expect.stringContaining('Choose another time.');

describe('what hosts and admins ask for in Salesforce', () => {
    let org: DevOrg;
    let service: TestService;
    let admin: SalesforceClient;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    const bookMeeting = async (fields: Record<string, unknown> = {}) =>
        bookThrough(await service.mintLink('julio-intro', fields));

    async function bookThrough(link: string) {
        const slots = await service.findSlots(link);
        const response = await service.book({ link, start: slots[0] });
        const { meeting, manageUrl } = (await response.json()) as BookingAnswer;
        await service.service.outbox.drain();
        return { link, uid: meeting.uid, token: new URL(manageUrl).pathname.split('/')[2] ?? '', slots };
    }

    const meetingRow = async (uid: string) => {
        const [row] = await service.integration.query(
            soql`SELECT Id, Status__c, StartsAt__c, Revision__c, Host__c, OwnerId, HostNames__c, CanceledBy__c, CancelReason__c, NoShowAt__c, SingleUseLink__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        return row;
    };

    async function ask(uid: string, fields: Record<string, unknown>, client = service.rep): Promise<string> {
        return client.create('MeetingAction__c', { Meeting__c: (await meetingRow(uid))?.['Id'], ...fields });
    }

    async function answerOf(id: string) {
        const [row] = await admin.query(
            soql`SELECT Result__c, Error__c, DoneAt__c FROM MeetingAction__c WHERE Id = ${id}`
        );
        return row;
    }

    async function askAndLook(uid: string, fields: Record<string, unknown>, client = service.rep) {
        const id = await ask(uid, fields, client);
        await service.service.actions.look();
        await service.service.outbox.drain();
        return answerOf(id);
    }

    /** As if the meeting had begun: hosts say what became of it afterwards. */
    const begin = (uid: string) =>
        service.database.pool.query(
            `update meetings set starts_at = now() - interval '1 hour', ends_at = now() - interval '30 minutes' where uid = $1`,
            [uid]
        );

    it('moves a meeting for its host to any free time, and the prospect’s link goes on to work', async () => {
        const { uid, token } = await bookMeeting();
        const newStart = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 40 * DAY_MS + 3_600_000 * 3);
        const answer = await askAndLook(uid, { Kind__c: 'Reschedule', NewStartsAt__c: newStart.toISOString() });
        expect(answer).toMatchObject({ Result__c: 'Done', Error__c: null, DoneAt__c: anInstant });
        const row = await meetingRow(uid);
        expect(row).toMatchObject({ Status__c: 'Rescheduled', Revision__c: 2 });
        expect(Date.parse(String(row?.['StartsAt__c']))).toBe(newStart.getTime());
        expect((await fetch(`${service.url}/m/${token}`)).status).toBe(200);
        const { rows } = await service.database.pool.query(
            'select kind, actor, actor_id from meeting_changes where meeting_uid = $1',
            [uid]
        );
        expect(rows).toEqual([{ kind: 'rescheduled', actor: 'host', actor_id: row?.['OwnerId'] }]);
    });

    it('answers when Salesforce shows the meeting as it asked for', async () => {
        const { uid } = await bookMeeting();
        await ask(uid, { Kind__c: 'Cancel' });
        await service.service.actions.look();
        expect(await meetingRow(uid)).toMatchObject({ Status__c: 'Canceled' });
    });

    it('refuses what cannot be, and says why', async () => {
        const [first, second] = [await bookMeeting(), await bookMeeting()];
        const taken = (await meetingRow(first.uid))?.['StartsAt__c'];
        expect(await askAndLook(second.uid, { Kind__c: 'Reschedule', NewStartsAt__c: taken })).toMatchObject({
            Result__c: 'Refused',
            Error__c: aboutTaken
        });
        expect(await askAndLook(second.uid, { Kind__c: 'No-Show' })).toMatchObject({
            Result__c: 'Refused',
            Error__c: 'The meeting has not begun yet.'
        });
        const aboutHost: unknown = expect.stringContaining('The new host is not active');
        expect(await askAndLook(second.uid, { Kind__c: 'Reassign' })).toMatchObject({
            Result__c: 'Refused',
            Error__c: aboutHost
        });
        expect(await meetingRow(second.uid)).toMatchObject({ Status__c: 'Scheduled', Revision__c: 1 });
    });

    it('gives a meeting to another host, who owns it then', async () => {
        const { uid } = await bookMeeting();
        const [member] = await service.rep.query('SELECT User__c, User__r.Name FROM HostPoolMember__c LIMIT 1');
        const newHost = String(member?.['User__c']);
        const answer = await askAndLook(uid, { Kind__c: 'Reassign', NewHost__c: newHost }, admin);
        expect(answer).toMatchObject({ Result__c: 'Done' });
        expect(await meetingRow(uid)).toMatchObject({ Host__c: newHost, OwnerId: newHost, Status__c: 'Scheduled' });
        const [event] = await service.integration.query(soql`SELECT OwnerId FROM Event WHERE BookingUid__c = ${uid}`);
        expect(event).toMatchObject({ OwnerId: newHost });
    });

    it('tells an admin that the new host is taken, in words for admins', async () => {
        const { uid } = await bookMeeting();
        const [member] = await service.rep.query('SELECT User__c FROM HostPoolMember__c LIMIT 1');
        const newHost = String(member?.['User__c']);
        await service.database.pool.query('delete from host_reservations where host_id = $1', [newHost]);
        await service.database.pool.query(
            `insert into host_reservations (meeting_uid, host_id, came_from, during)
             select $2::uuid, $1, 'required', during from host_reservations where meeting_uid = $3`,
            [newHost, (await bookMeeting()).uid, uid]
        );
        const answer = await askAndLook(uid, { Kind__c: 'Reassign', NewHost__c: newHost }, admin);
        await service.database.pool.query('delete from host_reservations where host_id = $1', [newHost]);
        expect(answer).toMatchObject({
            Result__c: 'Refused',
            Error__c:
                'The new host is taken at that time by another meeting or its buffers. Choose another host, or move the meeting first.'
        });
        expect(await meetingRow(uid)).toMatchObject({ Status__c: 'Scheduled', Revision__c: 1 });
    });

    it('says why in the language of who asked', async () => {
        const { uid } = await bookMeeting();
        const meetingId = String((await meetingRow(uid))?.['Id']);
        const User = org.schema.object('User');
        const [amara] = await admin.query(soql`SELECT Id FROM User WHERE Username = ${NEXORA_USERNAMES.amara}`);
        const speak = (LanguageLocaleKey: string) =>
            User && org.store.update(User, String(amara?.['Id']), { LanguageLocaleKey }, { userId: meetingId });
        speak('de');
        const answer = await askAndLook(uid, { Kind__c: 'No-Show' }, admin);
        speak('en_US');
        expect(answer).toMatchObject({ Result__c: 'Refused', Error__c: 'Der Termin hat noch nicht begonnen.' });
    });

    it('cancels for an admin, then makes a replacement for the same record, which names its predecessor', async () => {
        const [lead] = await service.rep.query('SELECT Id FROM Lead WHERE IsConverted = false LIMIT 1');
        const { uid } = await bookMeeting({ Lead__c: lead?.['Id'] });
        const token = newToken();
        const replace = { Kind__c: 'Replace', ReplacementTokenHash__c: await hashToken(token) };
        expect(
            await askAndLook(uid, { ...replace, ReplacementTokenHash__c: await hashToken(newToken()) })
        ).toMatchObject({
            Result__c: 'Refused'
        });
        await askAndLook(uid, { Kind__c: 'Cancel', Reason__c: 'Trade fair' }, admin);
        expect(await meetingRow(uid)).toMatchObject({
            Status__c: 'Canceled',
            CanceledBy__c: 'Admin',
            CancelReason__c: 'Trade fair'
        });
        expect(await askAndLook(uid, replace)).toMatchObject({ Result__c: 'Done', Error__c: null });
        const [link] = await service.rep.query(
            soql`SELECT Lead__c, Replaces__c, Status__c, Owner.Username FROM SingleUseLink__c WHERE TokenHash__c = ${replace.ReplacementTokenHash__c}`
        );
        expect(link).toMatchObject({
            Lead__c: lead?.['Id'],
            Replaces__c: (await meetingRow(uid))?.['SingleUseLink__c'],
            Status__c: 'Active',
            Owner: { Username: NEXORA_USERNAMES.julio }
        });
        expect((await fetch(`${service.url}/s/${token}`)).status).toBe(200);
        const another = { ...replace, ReplacementTokenHash__c: await hashToken(newToken()) };
        expect(await askAndLook(uid, another)).toMatchObject({
            Result__c: 'Refused',
            Error__c: expect.stringContaining('has a successor already: SUL-') as string
        });
    });

    it('marks a no-show, takes it back and completes', async () => {
        const { uid } = await bookMeeting();
        await begin(uid);
        expect(await askAndLook(uid, { Kind__c: 'No-Show' })).toMatchObject({ Result__c: 'Done' });
        expect(await meetingRow(uid)).toMatchObject({ Status__c: 'No-Show', NoShowAt__c: anInstant });
        expect(await askAndLook(uid, { Kind__c: 'Undo No-Show' })).toMatchObject({ Result__c: 'Done' });
        expect(await meetingRow(uid)).toMatchObject({ Status__c: 'Scheduled', NoShowAt__c: null });
        expect(await askAndLook(uid, { Kind__c: 'Complete' })).toMatchObject({ Result__c: 'Done' });
        expect(await meetingRow(uid)).toMatchObject({ Status__c: 'Completed' });
    });

    it('makes a replacement after a no-show, which can be replaced in its turn: a chain', async () => {
        const [lead] = await service.rep.query('SELECT Id FROM Lead WHERE IsConverted = false LIMIT 1');
        let link = await service.mintLink('julio-intro', { Lead__c: lead?.['Id'] });
        const hashes = [await hashToken(link.slice(2))];
        for (let round = 0; round < 2; round += 1) {
            const { uid } = await bookThrough(link);
            await begin(uid);
            await askAndLook(uid, { Kind__c: 'No-Show' });
            const token = newToken();
            link = `s/${token}`;
            hashes.push(await hashToken(token));
            const replace = { Kind__c: 'Replace', ReplacementTokenHash__c: hashes.at(-1) };
            expect(await askAndLook(uid, replace)).toMatchObject({ Result__c: 'Done', Error__c: null });
        }
        const chain = await service.rep.query(
            soql`SELECT TokenHash__c, Lead__c, Status__c, Replaces__r.TokenHash__c FROM SingleUseLink__c WHERE TokenHash__c IN ${hashes} ORDER BY Name`
        );
        expect(chain).toMatchObject([
            { TokenHash__c: hashes[0], Status__c: 'Used', Replaces__r: null },
            { TokenHash__c: hashes[1], Status__c: 'Used', Replaces__r: { TokenHash__c: hashes[0] } },
            {
                TokenHash__c: hashes[2],
                Status__c: 'Active',
                Lead__c: lead?.['Id'],
                Replaces__r: { TokenHash__c: hashes[1] }
            }
        ]);
    });

    it('is carried out with the next poll when no hint comes', async () => {
        const { uid } = await bookMeeting();
        const id = await ask(uid, { Kind__c: 'Cancel' });
        await service.service.mirror.refresh(0);
        const answer = await eventually(async () => {
            const row = await answerOf(id);
            return row?.['DoneAt__c'] === null ? undefined : row;
        }, 'the answer');
        expect(answer).toMatchObject({ Result__c: 'Done' });
        expect(await meetingRow(uid)).toMatchObject({ Status__c: 'Canceled' });
    });

    it('does not wait for another that cannot be carried out now', async () => {
        const [stuck, free] = [await bookMeeting(), await bookMeeting()];
        await askAndLook(stuck.uid, { Kind__c: 'Cancel' });
        const replace = { Kind__c: 'Replace', ReplacementTokenHash__c: await hashToken(newToken()) };
        const first = await ask(stuck.uid, replace);
        const second = await ask(free.uid, { Kind__c: 'Cancel' });
        org.faults.add({ kind: 'error', code: 'UNABLE_TO_LOCK_ROW', path: '/sobjects/SingleUseLink__c', times: 1 });
        await expect(service.service.actions.look()).rejects.toThrow('UNABLE_TO_LOCK_ROW');
        expect(await answerOf(second)).toMatchObject({ Result__c: 'Done' });
        expect(await answerOf(first)).toMatchObject({ DoneAt__c: null });
        await service.service.actions.look();
        expect(await answerOf(first)).toMatchObject({ Result__c: 'Done' });
    });

    it('carries an action out once, though the answer is lost on its way', async () => {
        const { uid } = await bookMeeting();
        const id = await ask(uid, { Kind__c: 'Cancel' });
        org.faults.add({ kind: 'reset', path: '/composite', body: 'MeetingAction__c', times: 1 });
        await expect(service.service.actions.look()).rejects.toThrow();
        await Promise.all([service.service.actions.look(), service.service.actions.look()]);
        expect(await answerOf(id)).toMatchObject({ Result__c: 'Done', Error__c: null });
        const { rows } = await service.database.pool.query('select 1 from meeting_changes where meeting_uid = $1', [
            uid
        ]);
        expect(rows).toHaveLength(1);
    });

    it('looks at once when it gets a hint, from any origin, and tells nothing', async () => {
        const { uid } = await bookMeeting();
        const id = await ask(uid, { Kind__c: 'Cancel' });
        const hint = (body: unknown) =>
            fetch(`${service.url}/api/v1/hints`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', Origin: 'https://nexora.lightning.example' },
                body: JSON.stringify(body)
            });
        const [real, unknown] = [await hint({ recordId: id }), await hint({ recordId: 'a00000000000000' })];
        expect([real.status, unknown.status]).toEqual([202, 202]);
        expect([await real.text(), await unknown.text()]).toEqual(['{}', '{}']);
        expect(real.headers.get('access-control-allow-origin')).toBe('*');
        expect((await hint({ recordId: 'nonsense' })).status).toBe(400);
        const deadline = Date.now() + 2_000;
        while ((await answerOf(id))?.['DoneAt__c'] === null && Date.now() < deadline) {
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
        expect(await answerOf(id)).toMatchObject({ Result__c: 'Done' });
    });
});
