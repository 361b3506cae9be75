import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { migrate, MIGRATIONS_FOLDER } from '../src/database/migrate.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

/** What a next version may do to the busiest tables while this one serves: it only adds. */
const EXPAND = `
alter table meetings add column follow_up_at timestamptz;
alter table meetings add column priority integer not null default 0;
alter table outbox add column hint text;
create table follow_ups (meeting_uid uuid primary key references meetings, due_at timestamptz not null);
create index follow_ups_due on follow_ups (due_at);
`;

describe('the migration of a next version while replicas of this one serve', () => {
    let org: DevOrg;
    let old: TestService[];
    let folder: string;

    beforeEach(async () => {
        org = await startTestOrg();
        const first = await startTestService(org);
        old = [first, await startTestService(org, { database: first.database })];
        folder = mkdtempSync(path.join(tmpdir(), 'admit-one-migrations-'));
        cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
    });
    afterEach(async () => {
        for (const service of old.reverse()) await service.stop();
        await org.close();
        rmSync(folder, { recursive: true, force: true });
    });

    const readiness = async (service: TestService) => {
        const response = await fetch(`${service.url}/readyz`);
        const { migrations } = (await response.json()) as { migrations: string };
        return { status: response.status, migrations };
    };

    it('disturbs no booking; old replicas stay ready, and write beside it', async () => {
        const [first, second] = old as [TestService, TestService];
        const slots = await first.findSlots('l/julio-intro');
        const statuses: number[] = [];
        let isMigrated = false;
        const load = async (service: TestService, from: number): Promise<void> => {
            for (let index = from; index < 40; index += 2) {
                statuses.push((await service.book({ link: 'l/julio-intro', start: slots[index] })).status);
                if (isMigrated && index > 20) return;
            }
        };
        const loads = [load(first, 0), load(second, 1)];
        await setTimeout(100);
        writeFileSync(path.join(folder, '999999.sql'), EXPAND);
        expect(await migrate(first.database.pool, folder)).toEqual(['999999.sql']);
        isMigrated = true;
        await Promise.all(loads);

        expect(new Set(statuses)).toEqual(new Set([201]));
        for (const service of old) expect(await readiness(service)).toMatchObject({ status: 200, migrations: 'done' });
        await first.service.outbox.drain();
        const { rows } = await first.database.pool.query<{ left: number; booked: number }>(
            `select count(*) filter (where done_revision < wanted_revision)::int as left, count(*)::int as booked
               from outbox`
        );
        expect(rows).toEqual([{ left: 0, booked: statuses.length }]);
    });

    it('waits its turn where a transaction is in its way, without holding up those behind it', async () => {
        const [first] = old as [TestService, TestService];
        const slots = await first.findSlots('l/julio-intro');
        const reader = await first.database.pool.connect();
        await reader.query('begin; select count(*) from meetings');
        writeFileSync(path.join(folder, '999999.sql'), EXPAND);
        const migrated = migrate(first.database.pool, folder);
        await setTimeout(200);
        // Behind a waiting "alter table" every statement on the table waits too; so it gives way now and then.
        expect((await first.book({ link: 'l/julio-intro', start: slots[0] })).status).toBe(201);
        await reader.query('commit');
        reader.release();
        expect(await migrated).toEqual(['999999.sql']);
    });

    it('makes old replicas unready where it says that they cannot run on it', async () => {
        const [first, second] = old as [TestService, TestService];
        writeFileSync(
            path.join(folder, '999999.sql'),
            `--! breaking\nalter table outbox rename column error_code to code;\n`
        );
        await migrate(first.database.pool, folder);
        for (const service of [first, second]) {
            expect(await readiness(service)).toMatchObject({ status: 503, migrations: 'refused' });
        }
    });
});
