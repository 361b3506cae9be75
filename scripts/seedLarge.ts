// `npm run seed:large`: adds 5,000 links and 100,000 meetings to the data of the dev org, which must not be running.
import path from 'node:path';
import { NEXORA_NAMES, NEXORA_USERNAMES } from '../dev-org/seed/company.ts';
import { LARGE, seedLarge } from '../dev-org/seed/large.ts';
import type { LargeOwners } from '../dev-org/seed/large.ts';
import { seedNexora } from '../dev-org/seed/nexora.ts';
import { loadProject } from '../dev-org/src/metadata/loadProject.ts';
import { createRecordStore } from '../dev-org/src/store/createRecordStore.ts';
import { openJournal } from '../dev-org/src/store/journal.ts';
import type { RecordStore } from '../dev-org/src/store/recordStore.ts';

const projectDir = path.join(import.meta.dirname, '..');
const dataDir = path.resolve(projectDir, process.env['DATA_DIR'] ?? '.data', 'dev-org');

function ownersOf(store: RecordStore): LargeOwners {
    const User = store.schema.object('User');
    const idOf = (user: keyof typeof NEXORA_USERNAMES): string => {
        const found = User && [...store.rows(User)].find((row) => row['Username'] === NEXORA_USERNAMES[user]);
        if (!found) throw new Error(`The data in ${dataDir} has no user ${NEXORA_USERNAMES[user]}.`);
        return found.Id;
    };
    const hosts = (['julio', 'priya', 'tomas', 'grace', 'helena'] as const).map((user) => ({
        id: idOf(user),
        name: NEXORA_NAMES[user]
    }));
    return { hosts, integrationId: idOf('integration') };
}

const project = loadProject(projectDir);
const journal = openJournal(dataDir);
let clock = Date.now();
const store = createRecordStore(project.schema, {
    permissionSets: project.permissionSets,
    journal,
    clock: () => clock
});
const setClock = (moment: number): void => {
    clock = moment;
};
if (journal.isNew) seedNexora(store, { now: store.now() });
seedLarge(store, { now: store.now(), owners: ownersOf(store), setClock }, (rows) => {
    process.stdout.write(`\r${Math.floor((rows / (LARGE.links + LARGE.meetings)) * 100)} %`);
});
journal.close();
console.log(`\r${LARGE.links} links and ${LARGE.meetings} meetings are in ${dataDir}. Start the org: npm start`);
