import { runChaos } from '../../scripts/chaos/runChaos.ts';
import { createTestDatabase } from '../testing/testDatabase.ts';

describe('three replicas that are killed and paused while Salesforce fails', () => {
    it('keep every promise: one use a link, no overlap, each meeting once and as last told', async () => {
        const database = await createTestDatabase();
        try {
            const { violations, counts } = await runChaos({
                databaseUrl: database.url,
                links: 8,
                rivals: 5,
                intervalMs: 600,
                patienceMs: 45_000
            });
            expect(violations).toEqual([]);
            expect(counts['meetings acknowledged']).toBeGreaterThan(0);
            expect(counts['kills']).toBeGreaterThan(0);
        } finally {
            await database.drop();
        }
    }, 120_000);
});
