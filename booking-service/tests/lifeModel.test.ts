import fc from 'fast-check';
import { NEXORA_USERNAMES } from '../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { connectToOrg, startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

/** What should be: one link, and the meeting booked through it last. */
interface Model {
    isUsed: boolean;
    reopensOnCancel: boolean;
    status: 'none' | 'scheduled' | 'rescheduled' | 'canceled';
    revision: number;
}

/** What is: the same link and meeting in the running service. */
interface Real {
    service: TestService;
    link: string;
    uid: string;
    token: string;
    staleTokens: string[];
    nextStart: () => string;
}

interface Answer {
    code?: string;
    meeting?: { uid: string; status: string; revision: number };
    manageUrl?: string;
}
type Command = fc.AsyncCommand<Model, Real>;

async function change(real: Real, token: string, verb: string, body: object) {
    const response = await fetch(`${real.service.url}/api/v1/meetings/${token}/${verb}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body)
    });
    return { status: response.status, answer: (await response.json()) as Answer };
}

const tokenOf = ({ manageUrl }: Answer): string => new URL(manageUrl ?? '').pathname.split('/')[2] ?? '';
const always = (): boolean => true;
const hasMeeting = ({ status }: Readonly<Model>): boolean => status !== 'none';

const book: Command = {
    check: always,
    async run(model, real) {
        const response = await real.service.book({ link: real.link, start: real.nextStart() });
        const answer = (await response.json()) as Answer;
        if (model.isUsed) {
            expect([response.status, answer.code]).toEqual([410, 'link_used']);
            return;
        }
        expect([response.status, answer.meeting?.revision]).toEqual([201, 1]);
        Object.assign(model, { isUsed: true, status: 'scheduled', revision: 1 });
        Object.assign(real, { uid: answer.meeting?.uid, token: tokenOf(answer), staleTokens: [] });
    },
    toString: () => 'book'
};

const move: Command = {
    check: hasMeeting,
    async run(model, real) {
        const { status, answer } = await change(real, real.token, 'reschedule', { start: real.nextStart() });
        if (model.status === 'canceled') {
            expect([status, answer.code]).toEqual([409, 'meeting_already_canceled']);
            return;
        }
        Object.assign(model, { status: 'rescheduled', revision: model.revision + 1 });
        expect([status, answer.meeting?.status, answer.meeting?.revision]).toEqual([
            200,
            'rescheduled',
            model.revision
        ]);
        real.staleTokens.push(real.token);
        real.token = tokenOf(answer);
    },
    toString: () => 'move'
};

const cancel: Command = {
    check: hasMeeting,
    async run(model, real) {
        const { status, answer } = await change(real, real.token, 'cancel', {});
        if (model.status === 'canceled') {
            expect([status, answer.code]).toEqual([409, 'meeting_already_canceled']);
            return;
        }
        const isUsed = model.reopensOnCancel ? false : model.isUsed;
        Object.assign(model, { status: 'canceled', revision: model.revision + 1, isUsed });
        expect([status, answer.meeting?.status, answer.meeting?.revision]).toEqual([200, 'canceled', model.revision]);
    },
    toString: () => 'cancel'
};

const useOldMail: Command = {
    check: hasMeeting,
    async run(_model, real) {
        for (const token of real.staleTokens) {
            const { status, answer } = await change(real, token, 'cancel', {});
            expect([status, answer.code]).toEqual([410, 'stale_manage_token']);
        }
    },
    toString: () => 'use an old mail'
};

const open: Command = {
    check: always,
    async run(model, real) {
        const page = await fetch(`${real.service.url}/${real.link}`);
        expect(page.status).toBe(model.isUsed ? 410 : 200);
    },
    toString: () => 'open the link'
};

const sync: Command = {
    check: hasMeeting,
    async run(model, real) {
        await real.service.service.outbox.drain();
        const [row] = await real.service.integration.query(
            soql`SELECT Status__c, Revision__c, SyncError__c, SingleUseLink__r.Status__c FROM Meeting__c WHERE BookingUid__c = ${real.uid}`
        );
        const status = { none: '', scheduled: 'Scheduled', rescheduled: 'Rescheduled', canceled: 'Canceled' };
        expect(row).toMatchObject({
            Status__c: status[model.status],
            Revision__c: model.revision,
            SyncError__c: null,
            SingleUseLink__r: { Status__c: model.isUsed ? 'Used' : 'Active' }
        });
    },
    toString: () => 'sync'
};

describe.each(['Keep Used', 'Always Reopen'])('any life of a link and its meeting under the policy %s', (policy) => {
    let org: DevOrg;
    let service: TestService;
    let starts: string[];

    beforeAll(async () => {
        org = await startTestOrg();
        const admin = connectToOrg(org.url, NEXORA_USERNAMES.amara);
        const [type] = await admin.query("SELECT MeetingType__c FROM BookingLink__c WHERE Slug__c = 'julio-intro'");
        await admin.update('MeetingType__c', String(type?.['MeetingType__c']), { CancelPolicy__c: policy });
        service = await startTestService(org);
        starts = await service.findSlots('l/julio-intro');
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    /** Every run on an empty calendar, each attempt at another time. */
    async function begin() {
        await service.database.pool.query('delete from host_reservations');
        const link = await service.mintLink('julio-intro');
        let next = 0;
        const nextStart = (): string => starts[(next += 1) % starts.length] ?? '';
        const model: Model = {
            isUsed: false,
            reopensOnCancel: policy === 'Always Reopen',
            status: 'none',
            revision: 0
        };
        const real: Real = { service, link, uid: '', token: '', staleTokens: [], nextStart };
        return { model, real };
    }

    it('goes as the state machine says, and Salesforce follows', async () => {
        const commands = [book, move, cancel, useOldMail, open, sync].map((command) => fc.constant(command));
        await fc.assert(
            fc.asyncProperty(fc.commands(commands, { maxCommands: 25, size: '+1' }), async (life) => {
                const start = await begin();
                await fc.asyncModelRun(() => start, life);
            }),
            { numRuns: 8 }
        );
    }, 60_000);
});
