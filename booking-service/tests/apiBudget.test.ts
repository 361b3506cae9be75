import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { soql } from '../src/salesforce/soql.ts';
import { eventually } from '../testing/eventually.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const LIMIT = 200;
const SCARCE = LIMIT * 0.92;

describe('the org’s API calls', () => {
    let org: DevOrg;
    let service: TestService;
    let now: number;

    beforeEach(async () => {
        org = await startTestOrg({ apiLimit: LIMIT });
        now = Date.now();
        service = await startTestService(org, { now: () => new Date(now) });
    });
    afterEach(async () => {
        await service.stop();
        await org.close();
    });

    /** Books, then lets the copy of the definitions grow two minutes old, which is long past its time. */
    async function bookAndAge(): Promise<string> {
        const [start] = await service.findSlots('l/julio-intro');
        const response = await service.book({ link: 'l/julio-intro', start });
        now += 120_000;
        return ((await response.json()) as { meeting: { uid: string } }).meeting.uid;
    }

    async function use(calls: number): Promise<void> {
        while (org.usage.used < calls) await service.integration.query('SELECT Id FROM Organization');
    }

    const isWritten = async (uid: string) => {
        const rows = await service.integration.query(
            soql`SELECT EventId__c FROM Meeting__c WHERE BookingUid__c = ${uid}`
        );
        return rows[0]?.['EventId__c'] ?? undefined;
    };

    const polledAt = async (): Promise<number> => {
        const { rows } = await service.database.pool.query<{ polled_at: Date }>('select polled_at from mirror_state');
        return rows[0]?.polled_at.getTime() ?? 0;
    };

    it('are left to what was booked when they are scarce: polling gives way first', async () => {
        const uid = await bookAndAge();
        const before = await polledAt();
        await use(SCARCE);
        service.service.startWork();
        await eventually(() => isWritten(uid), 'the meeting in Salesforce');
        // A poll that had begun would end first.
        await service.service.stopWork();
        expect(await polledAt()).toBe(before);
        const metrics = await (await fetch(`${service.url}/metrics`)).text();
        expect(metrics).toContain(`admit_one_salesforce_org_calls{state="limit"} ${LIMIT}`);
        expect(metrics).toMatch(/admit_one_salesforce_org_calls\{state="used"\} 1[89]\d/);
    });

    it('are spent on polling while there are plenty', async () => {
        await bookAndAge();
        const before = await polledAt();
        service.service.startWork();
        await eventually(async () => ((await polledAt()) > before ? true : undefined), 'the poll');
    });
});
