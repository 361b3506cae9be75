import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { mailsThrough, startMailServer } from '../testing/mailServer.ts';
import type { TestMailServer } from '../testing/mailServer.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const ADA = 'ada.byron@example.com';

let org: DevOrg;
let server: TestMailServer;
let test: TestService;

beforeAll(async () => {
    org = await startTestOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
    server = await startMailServer();
    test = await startTestService(org, { mails: mailsThrough(server) });
});
afterEach(async () => {
    await test.stop();
    await server.close();
});

async function setPolicy(policy: string): Promise<void> {
    const admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
    const [type] = await admin.query(`SELECT MeetingType__c FROM BookingLink__c WHERE Slug__c = 'julio-intro'`);
    await admin.composite([
        {
            referenceId: 'type',
            method: 'PATCH',
            path: `/sobjects/MeetingType__c/${String(type?.['MeetingType__c'])}`,
            body: { ForwardingPolicy__c: policy }
        }
    ]);
    await test.service.mirror.refresh(0);
}

async function linkFor(recipient: string | undefined): Promise<{ link: string; start: string }> {
    const link = await test.mintLink('julio-intro', recipient === undefined ? {} : { RecipientEmail__c: recipient });
    const start = (await test.findSlots(link)).at(-1) ?? '';
    return { link, start };
}

async function bookAs(email: string, fields: Record<string, unknown>) {
    const response = await test.book({ prospect: { firstName: 'Ada', lastName: 'Byron', email }, ...fields });
    const body = (await response.json()) as { code?: string; errors?: { field: string }[] };
    return { status: response.status, code: body.code, fields: body.errors?.map(({ field }) => field) };
}

async function codeMailedTo(recipient: string): Promise<string> {
    await test.service.mails?.drain();
    const [, code = ''] = /^(\d{6})$/m.exec(server.to(recipient).at(-1)?.parsed.text ?? '') ?? [];
    return code;
}

const BOOKED = { status: 201, code: undefined, fields: undefined };
const refusedFor = (field: string) => ({ status: 400, code: 'invalid_request', fields: [field] });

describe('the policy "Anyone"', () => {
    it('lets whoever has the link book, and records that it was somebody else', async () => {
        await setPolicy('Anyone');
        expect(await bookAs('other@elsewhere.example', await linkFor(ADA))).toEqual(BOOKED);
        const { rows } = await test.database.pool.query(`select snapshot->'isForwarded' as forwarded from meetings`);
        expect(rows).toEqual([{ forwarded: true }]);
        await test.service.mails?.drain();
        expect(server.to('julio.reyes@nexora.example')[0]?.parsed.text).toContain('Somebody else booked');
    });
});

describe('the policy "Same Company Domain"', () => {
    beforeEach(() => setPolicy('Same Company Domain'));

    it('takes colleagues only', async () => {
        const wanted = await linkFor(ADA);
        expect(await bookAs('eve@other.example', wanted)).toEqual(refusedFor('prospect.email'));
        expect(await bookAs('eve@example.com.evil.example', wanted)).toEqual(refusedFor('prospect.email'));
        expect(await bookAs('Charles@EXAMPLE.com', wanted)).toEqual(BOOKED);
    });

    it('takes nobody but the addressee where everybody has an address of that domain', async () => {
        const wanted = await linkFor('ada@gmail.com');
        expect(await bookAs('eve@gmail.com', wanted)).toEqual(refusedFor('prospect.email'));
        expect(await bookAs('Ada@gmail.com', wanted)).toEqual(BOOKED);
    });

    it('holds for the person a link is bound to', async () => {
        const [lead] = await test.rep.query(
            `SELECT Id, Email FROM Lead WHERE IsConverted = false AND Email != null LIMIT 1`
        );
        const link = await test.mintLink('julio-intro', { Lead__c: lead?.['Id'] });
        const start = (await test.findSlots(link)).at(-1);
        expect(await bookAs('eve@other.example', { link, start })).toEqual(refusedFor('prospect.email'));
        expect(await bookAs(String(lead?.['Email']), { link, start })).toEqual(BOOKED);
    });

    it('takes anybody through a link that was made for nobody', async () => {
        expect(await bookAs('eve@other.example', await linkFor(undefined))).toEqual(BOOKED);
    });
});

describe('the policy "This Email Only"', () => {
    beforeEach(() => setPolicy('This Email Only'));

    it('refuses other addresses without mailing anything', async () => {
        expect(await bookAs('eve@example.com', await linkFor(ADA))).toEqual(refusedFor('prospect.email'));
        await test.service.mails?.drain();
        expect(server.mails).toEqual([]);
    });

    it('books with the code that was mailed, and keeps no code that could be read', async () => {
        const wanted = await linkFor(ADA);
        expect(await bookAs(ADA, wanted)).toEqual(refusedFor('emailCode'));
        const code = await codeMailedTo(ADA);
        expect(code).toMatch(/^\d{6}$/);
        const { rows } = await test.database.pool.query<{ dump: string }>(
            'select (select json_agg(c) from email_codes c)::text || (select json_agg(j) from mail_jobs j)::text as dump'
        );
        expect(rows[0]?.dump).not.toContain(`"${code}"`);
        expect(await bookAs(ADA, { ...wanted, emailCode: code })).toEqual(BOOKED);
    });

    it('gives a code five tries, also when they come at once', async () => {
        const wanted = await linkFor(ADA);
        await bookAs(ADA, wanted);
        const code = await codeMailedTo(ADA);
        const wrong = code === '000000' ? '000001' : '000000';
        await Promise.all(Array.from({ length: 8 }, () => bookAs(ADA, { ...wanted, emailCode: wrong })));
        expect(await bookAs(ADA, { ...wanted, emailCode: code })).toEqual(refusedFor('emailCode'));
    });

    it('takes no code after ten minutes, and no code of another link', async () => {
        const [wanted, other] = [await linkFor(ADA), await linkFor(ADA)];
        await bookAs(ADA, wanted);
        const code = await codeMailedTo(ADA);
        expect(await bookAs(ADA, { ...other, emailCode: code })).toEqual(refusedFor('emailCode'));
        await test.database.pool.query(`update email_codes set expires_at = now()`);
        expect(await bookAs(ADA, { ...wanted, emailCode: code })).toEqual(refusedFor('emailCode'));
    });

    it('mails a code at most once a minute and five times an hour', async () => {
        const wanted = await linkFor(ADA);
        await bookAs(ADA, wanted);
        await bookAs(ADA, wanted);
        await codeMailedTo(ADA);
        expect(server.to(ADA)).toHaveLength(1);
        for (let round = 0; round < 6; round += 1) {
            await test.database.pool.query(`update mail_jobs set created_at = created_at - interval '61 seconds'`);
            await bookAs(ADA, wanted);
        }
        await codeMailedTo(ADA);
        expect(server.to(ADA)).toHaveLength(5);
    });

    it('works by plain forms: the page asks for the code and keeps what was typed', async () => {
        const { link, start } = await linkFor(ADA);
        const post = (fields: Record<string, string>) =>
            fetch(`${test.url}/${link}`, {
                method: 'POST',
                redirect: 'manual',
                body: new URLSearchParams({
                    ...{ start, timeZone: 'Europe/Berlin', firstName: 'Ada', lastName: 'Byron', email: ADA },
                    ...fields
                })
            });
        const refused = await post({ email: 'eve@example.com' });
        expect(refused.status).toBe(400);
        expect(await refused.text()).toContain('This link was made for one person.');
        const asked = await post({});
        const page = await asked.text();
        expect(asked.status).toBe(400);
        expect(page).toContain('name="emailCode"');
        expect(page).toContain(`We have sent a code to ${ADA}.`);
        expect(page).toContain('value="Byron"');
        const code = await codeMailedTo(ADA);
        const wrong = await post({ emailCode: code === '000000' ? '000001' : '000000' });
        expect(await wrong.text()).toContain('This code is not right.');
        const booked = await post({ emailCode: code });
        expect(booked.status).toBe(303);
        expect(booked.headers.get('location')).toMatch(/^\/m\/.*\?booked/);
    });
});
