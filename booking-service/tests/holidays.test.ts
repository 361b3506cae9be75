import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { SYSTEM_ACTOR } from '../../dev-org/src/store/systemActor.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

const MINUTE_MS = 60_000;

describe('Holidays of Salesforce', () => {
    let org: DevOrg;
    let service: TestService;
    /** The clock of the service, so that settings can be due again at once. */
    let aheadMs = 0;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org, { now: () => new Date(Date.now() + aheadMs) });
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    const refresh = async () => {
        aheadMs += 11 * MINUTE_MS;
        await service.service.mirror.refresh(0);
    };
    const dates = async () => new Set((await service.findSlots('l/julio-intro')).map((start) => start.slice(0, 10)));

    it('close the day for everybody, until they are taken back', async () => {
        const [, , date] = [...(await dates())];
        const Holiday = org.schema.object('Holiday');
        if (!Holiday || date === undefined) throw new Error('no object or no date');
        const { Id } = org.store.insert(Holiday, { Name: 'Founders’ day', ActivityDate: date }, SYSTEM_ACTOR);
        await refresh();
        expect((await dates()).has(date)).toBe(false);
        org.store.delete(Holiday, Id, SYSTEM_ACTOR);
        await refresh();
        expect((await dates()).has(date)).toBe(true);
    });
});
