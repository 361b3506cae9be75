import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { newToken } from '../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { linkOf } from '../src/links/linkLimit.ts';
import { createTestDatabase } from '../testing/testDatabase.ts';
import type { TestDatabase } from '../testing/testDatabase.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('the limit of what is posted with one link', () => {
    let org: DevOrg;
    let database: TestDatabase;
    let replicas: TestService[];
    /** Each request from another machine. */
    let machines = 0;

    beforeAll(async () => {
        org = await startTestOrg();
        database = await createTestDatabase({ maxConnections: 20 });
        const start = () => startTestService(org, { database, hasRateLimits: true, trustedProxies: ['loopback'] });
        replicas = [await start(), await start()];
    });
    afterAll(async () => {
        await Promise.all(replicas.map((replica) => replica.stop()));
        await database.drop();
        await org.close();
    });

    async function post(path: string, body: object = {}): Promise<number> {
        machines += 1;
        const replica = replicas[machines % replicas.length];
        const response = await fetch(`${replica?.url ?? ''}${path}`, {
            method: 'POST',
            headers: {
                'Content-Type': 'application/json',
                'X-Forwarded-For': `10.0.${machines >> 8}.${machines & 255}`
            },
            body: JSON.stringify(body)
        });
        return response.status;
    }

    const repeat = async (act: () => Promise<number>): Promise<Map<number, number>> => {
        const counts = new Map<number, number>();
        for (let count = 0; count < 62; count += 1) {
            const status = await act();
            counts.set(status, (counts.get(status) ?? 0) + 1);
        }
        return counts;
    };

    it('counts over machines and replicas, also where the link stands in the body', async () => {
        const link = `s/${newToken()}`;
        expect([...(await repeat(() => post('/api/v1/bookings', { link })))]).toEqual([
            [400, 60],
            [429, 2]
        ]);
        expect(await post('/api/v1/bookings', { link: link.toUpperCase().replace('S/', 's/') })).toBe(429);
        expect(await post('/api/v1/bookings', { link: `s/${newToken()}` })).toBe(400);
    });

    it('counts what is done with a manage token', async () => {
        const address = `/api/v1/meetings/${newToken()}/cancel`;
        expect([...(await repeat(() => post(address)))]).toEqual([
            [404, 60],
            [429, 2]
        ]);
    });

    it('takes every spelling of a link for the same one, and nothing else for a link', () => {
        const token = newToken();
        const of = (originalUrl: string, body?: unknown) => linkOf({ originalUrl, body });
        expect(of(`/s/${token.toUpperCase()}/resend?x`)).toBe(`/s/${token}`);
        expect(of(`/s/%${token.charCodeAt(0).toString(16)}${token.slice(1)}`)).toBe(`/s/${token}`);
        expect(of('/l/Julio-Intro')).toBe('/l/julio-intro');
        expect(of('/api/v1/bookings', { link: `/s/${token}` })).toBe(`/s/${token}`);
        expect(of(`/m/${token}/cancel`)).toBe(of(`/api/v1/meetings/${token}/reschedule`));
        expect([of('/s/x'), of('/m/%E0%A4%A'), of('/api/v1/bookings', { link: 1 }), of('/api/v1/hints')]).toEqual(
            Array(4).fill(undefined)
        );
    });
});
