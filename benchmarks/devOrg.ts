import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createAccess } from '../dev-org/src/access/createAccess.ts';
import { loadProject } from '../dev-org/src/metadata/loadProject.ts';
import type { Project } from '../dev-org/src/metadata/project.ts';
import type { SoqlEngine } from '../dev-org/src/orgContext.ts';
import { createSoqlEngine } from '../dev-org/src/soql/index.ts';
import { startDevOrg } from '../dev-org/src/devOrg.ts';
import { createRecordStore } from '../dev-org/src/store/createRecordStore.ts';
import type { RecordStore } from '../dev-org/src/store/recordStore.ts';
import { SYSTEM_ACTOR } from '../dev-org/src/store/systemActor.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';

const PROJECT_DIR = path.join(import.meta.dirname, '..');
const ROWS = 20_000;
/** Rows share owners as links of a company do. */
const OWNERS = 500;

/** How fast the dev org starts, fills and answers, with 20,000 single-use links in it. */
export async function run(): Promise<BenchmarkRow[]> {
    const startMs = await measureStart();
    const project = loadProject(PROJECT_DIR);
    const store = createRecordStore(project.schema, { permissionSets: project.permissionSets });
    const owners = addOwners(store, project);
    const began = performance.now();
    fill(store, owners);
    const filledMs = performance.now() - began;
    const engine = createSoqlEngine(store, createAccess(store, project));
    const ask = (soql: string): void => void engine.query(soql, asAdmin(owners));
    const unique = (round: number): void =>
        ask(`SELECT Id FROM SingleUseLink__c WHERE TokenHash__c = '${hash(round)}'`);
    const owned = (round: number): void =>
        ask(`SELECT Id FROM SingleUseLink__c WHERE OwnerId = '${owners[round % OWNERS] ?? ''}'`);
    const search = (round: number): void =>
        ask(
            `SELECT Id FROM SingleUseLink__c WHERE BatchId__c LIKE '%${round % 10}7%' ORDER BY BatchId__c, Name LIMIT 50`
        );
    return [
        row('dev org: start to first answer', startMs, 1000),
        row(`dev org: insert of one row, ${ROWS} of them`, filledMs / ROWS),
        row(`dev org: look-up by unique field, ${ROWS} rows`, median(unique, 400), 1),
        row(`dev org: look-up by owner, ${ROWS} rows`, median(owned, 400), 1),
        row(`dev org: LIKE and ORDER BY, ${ROWS} rows`, median(search, 30), 50),
        row(
            `dev org: GROUP BY owner, ${ROWS} rows`,
            median(() => groupByOwner(engine, owners), 15)
        )
    ];
}

async function measureStart(): Promise<number> {
    const began = performance.now();
    const org = await startDevOrg({ projectDir: PROJECT_DIR, connectedApp: { clientId: 'benchmark' } });
    await fetch(`${org.url}/services/data`);
    const took = performance.now() - began;
    await org.close();
    return took;
}

function addOwners(store: RecordStore, { schema }: Project): string[] {
    const User = objectOf(store, 'User');
    const owners = Array.from({ length: OWNERS }, (_, index) => {
        const Username = `owner${index}@benchmark.example`;
        return store.insert(User, { Username, Email: Username, LastName: `Owner ${index}` }, SYSTEM_ACTOR).Id;
    });
    const [set] = store.findByField(objectOf(store, 'PermissionSet'), 'Name', 'AdmitOneAdmin');
    if (!set || !schema.object('SingleUseLink__c')) throw new Error('The benchmark needs the metadata of Admit One.');
    const assignment = { AssigneeId: owners[0], PermissionSetId: set.Id };
    store.insert(objectOf(store, 'PermissionSetAssignment'), assignment, SYSTEM_ACTOR);
    return owners;
}

function fill(store: RecordStore, owners: string[]): void {
    const type = store.insert(objectOf(store, 'MeetingType__c'), { Name: 'Intro', Title__c: 'Intro' }, SYSTEM_ACTOR);
    const link = store.insert(
        objectOf(store, 'BookingLink__c'),
        { Name: 'Intro', Slug__c: 'intro', MeetingType__c: type.Id },
        SYSTEM_ACTOR
    );
    const SingleUseLink = objectOf(store, 'SingleUseLink__c');
    for (let index = 0; index < ROWS; index += 1) {
        const input = { BookingLink__c: link.Id, TokenHash__c: hash(index), BatchId__c: `batch ${index * 7919}` };
        store.insert(SingleUseLink, { ...input, OwnerId: owners[index % OWNERS] }, SYSTEM_ACTOR);
    }
}

function objectOf(store: RecordStore, name: string) {
    const object = store.schema.object(name);
    if (!object) throw new Error(`No object ${name}`);
    return object;
}

const asAdmin = (owners: string[]) => ({
    actor: { userId: owners[0] ?? '' },
    includeDeleted: false,
    apiVersion: '66.0'
});

function groupByOwner(engine: SoqlEngine, owners: string[]): void {
    engine.query('SELECT OwnerId, COUNT(Id) FROM SingleUseLink__c GROUP BY OwnerId', asAdmin(owners));
}

const hash = (index: number): string => index.toString(16).padStart(64, '0');

/** Milliseconds of the middle run, after as many that only warm up. */
function median(work: (round: number) => void, rounds: number): number {
    const times: number[] = [];
    for (let round = 0; round < 2 * rounds; round += 1) {
        const began = performance.now();
        work(round);
        if (round >= rounds) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length / 2)] ?? 0;
}

function row(name: string, value: number, goal?: number): BenchmarkRow {
    const measured = { name, value, unit: 'ms' };
    return goal === undefined ? measured : { ...measured, goal: `< ${goal}`, isMet: value < goal };
}
