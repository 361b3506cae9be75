import { ORGANIZATION_ID } from '../src/store/builtInRows.ts';
import type { RecordStore } from '../src/store/recordStore.ts';
import { seedCalendars } from './calendars.ts';
import { seedCatalog } from './catalog.ts';
import type { NexoraUser } from './company.ts';
import { seedCustomers } from './customers.ts';
import { seedLinks, seedUnusedLinks } from './links.ts';
import { seedMeetings } from './meetings.ts';
import { Seeder } from './seeder.ts';
import { seedUsers } from './users.ts';

export { NEXORA_SLUGS, NEXORA_USERNAMES, nexoraPermissionSets } from './company.ts';
export type { NexoraLink, NexoraUser } from './company.ts';

/** What others need to know of the sample company once it is there. */
export interface Nexora {
    userIds: Record<NexoraUser, string>;
}

/**
 * Fills an empty org with Nexora Systems, the sample company: people, customers, links in every state, a meeting log.
 * All or nothing; dates lie around `now` (milliseconds since the epoch).
 * @throws Error when the org lacks an object or permission set, SalesforceError DUPLICATE_VALUE when it is there already
 */
export function seedNexora(store: RecordStore, { now }: { now: number }): Nexora {
    return store.transaction(() => {
        const seeder = new Seeder(store, now);
        const users = seedUsers(seeder);
        seeder.update('Organization', ORGANIZATION_ID, { Name: 'Nexora Systems' }, users.amara);
        const prospects = seedCustomers(seeder, users);
        const catalog = seedCatalog(seeder, users);
        const links = seedLinks(seeder, users, catalog);
        seedUnusedLinks(seeder, users, links, prospects);
        seedMeetings(seeder, { users, catalog, links, prospects });
        seedCalendars(seeder, users);
        return { userIds: users };
    });
}
