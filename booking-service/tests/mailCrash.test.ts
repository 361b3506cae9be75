import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { MailStore } from '../src/mails/mailStore.ts';
import { MeetingStore } from '../src/meetings/meetingStore.ts';
import { queueMails } from '../src/mails/mailQueue.ts';
import { eventually } from '../testing/eventually.ts';
import { startMailServer } from '../testing/mailServer.ts';
import type { TestMailServer } from '../testing/mailServer.ts';
import { createTestDatabase } from '../testing/testDatabase.ts';
import type { TestDatabase } from '../testing/testDatabase.ts';
import { insertWaitingMeeting } from '../testing/waitingMeeting.ts';

const SENDER = path.join(import.meta.dirname, '..', 'testing', 'mailSender.ts');
const MEETINGS = 12;
const GUESTS = ['charles@example.com', 'mary@example.com'];

let database: TestDatabase;
let server: TestMailServer;
let senders: ChildProcess[] = [];

beforeEach(async () => {
    database = await createTestDatabase();
    server = await startMailServer();
});
afterEach(async () => {
    await killAll();
    await server.close();
    await database.drop();
});

function startTwo(): void {
    senders = [0, 1].map(() =>
        fork(SENDER, [database.url, server.url.href], {
            execArgv: ['--disable-warning=ExperimentalWarning'],
            stdio: 'ignore'
        })
    );
}

async function killAll(): Promise<void> {
    const running = senders.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    await Promise.all(
        running.map((sender) => {
            const ended = new Promise((resolve) => sender.once('exit', resolve));
            sender.kill('SIGKILL');
            return ended;
        })
    );
}

/** What passes by itself in a minute and a half: nobody who held a lease is alive any more. */
async function endLeases(): Promise<void> {
    await database.pool.query(`update mail_jobs set next_attempt_at = now() where state = 'sending'`);
}

async function queueConfirmation(): Promise<void> {
    const uid = await insertWaitingMeeting(database.pool);
    await database.pool.query(
        `update meetings set starts_at = now() + interval '9 days', ends_at = now() + interval '10 days',
                snapshot = snapshot || jsonb_build_object('guests', $2::jsonb) where uid = $1`,
        [uid, JSON.stringify(GUESTS)]
    );
    const meeting = await new MeetingStore(database.db).findByUid(uid);
    if (!meeting) throw new Error('the meeting is not there');
    await database.db
        .transaction()
        .execute((transaction) => queueMails(transaction, meeting, { kind: 'confirmation' }));
}

describe('two senders that are killed in the middle', () => {
    it('bring each mail to each recipient once, as far as its Message-ID tells', async () => {
        for (let count = 0; count < MEETINGS; count += 1) await queueConfirmation();
        const expected = MEETINGS * (1 + GUESTS.length);
        let kills = 0;
        for (const moment of ['before the mail', 'after the mail', 'before the mail', 'after the mail']) {
            const killed = Promise.withResolvers<undefined>();
            let untilKill = 5;
            const kill = async (): Promise<void> => {
                untilKill -= 1;
                if (untilKill !== 0) return;
                kills += 1;
                await killAll();
                killed.resolve(undefined);
            };
            server.refuse.recipient = () => {
                if (moment === 'before the mail') void kill();
                return undefined;
            };
            // The mail is with the server, but the sender never hears of it: the one moment nobody can close.
            server.beforeAnswer = () => (moment === 'after the mail' ? kill() : Promise.resolve());
            startTwo();
            await killed.promise;
            await endLeases();
        }
        server.refuse.recipient = () => undefined;
        server.beforeAnswer = () => Promise.resolve();
        startTwo();
        await eventually(async () => {
            const { rows } = await database.pool.query(`select from mail_jobs where state in ('waiting', 'sending')`);
            return rows.length === 0 || undefined;
        }, 'the sending of every mail');
        const { rows: jobs } = await database.pool.query<{ id: string; recipient: string }>(
            `select id, recipient from mail_jobs where state = 'sent'`
        );
        expect(jobs).toHaveLength(expected);
        const received = server.mails.map(({ recipient, parsed }) => `${recipient} ${parsed.messageId}`);
        expect([...new Set(received)].sort()).toEqual(
            jobs.map(({ id, recipient }) => `${recipient} <${id}@nexora.example>`).sort()
        );
        // Three mails are under way in each of two processes at most when they are killed.
        expect(received.length - expected).toBeLessThanOrEqual(kills * 6);
    });
});

describe('MailStore', () => {
    it('lets nobody hand a mail over after the lease is over, and leaves it to the next one', async () => {
        await queueConfirmation();
        const store = new MailStore(database.db);
        const late = await store.claim();
        if (!late) throw new Error('there is no mail to send');
        await endLeases();
        expect(await store.beginHandover(late)).toBe('lost');
        await database.pool.query(`delete from mail_jobs where id <> $1`, [late.id]);
        const next = await store.claim();
        expect(next?.id).toBe(late.id);
        await store.markSent(late);
        expect(next && (await store.beginHandover(next))).toBe('ready');
    });

    it('never gives one mail to two who ask at once, nor two mails about a meeting to one recipient', async () => {
        await queueConfirmation();
        const store = new MailStore(database.db);
        const claims = await Promise.all(Array.from({ length: 12 }, () => store.claim()));
        const ids = claims.flatMap((job) => (job ? [job.id] : []));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(1 + GUESTS.length);
    });

    it('says that a mail is superseded when the meeting has moved on', async () => {
        await queueConfirmation();
        const store = new MailStore(database.db);
        const job = await store.claim();
        await database.pool.query('update meetings set revision = 2');
        expect(job && (await store.beginHandover(job))).toBe('superseded');
    });
});
