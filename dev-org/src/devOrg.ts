import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccess } from './access/createAccess.ts';
import { guardStore } from './access/guardedStore.ts';
import { deployRoutes } from './deploy/index.ts';
import { devRoutes } from './faults/devRoutes.ts';
import { Faults } from './faults/fault.ts';
import { OrgClock } from './faults/orgClock.ts';
import { RequestLog } from './faults/requestLog.ts';
import { graphqlRoutes } from './graphql/index.ts';
import { ApiUsage } from './http/apiUsage.ts';
import { createOrgServer } from './http/orgServer.ts';
import type { Wording } from './http/reword.ts';
import type { Route } from './http/route.ts';
import { loadProject } from './metadata/loadProject.ts';
import type { Project } from './metadata/project.ts';
import type { ConnectedApp } from './oauth/connectedApp.ts';
import { oauthRoutes } from './oauth/oauthRoutes.ts';
import { createSessions } from './oauth/sessions.ts';
import type { Sessions } from './oauth/sessions.ts';
import type { OrgContext } from './orgContext.ts';
import { restRoutes } from './rest/index.ts';
import type { FieldValue, Schema } from './schema/schema.ts';
import type { Shell } from './shell/shell.ts';
import { createSoqlEngine } from './soql/index.ts';
import { ORGANIZATION_ID } from './store/builtInRows.ts';
import { createRecordStore } from './store/createRecordStore.ts';
import { openJournal } from './store/journal.ts';
import type { Journal } from './store/journal.ts';
import type { RecordStore } from './store/recordStore.ts';
import { uiapiRoutes } from './uiapi/index.ts';

export interface DevOrgOptions {
    /** Folder of sfdx-project.json; the working directory unless told otherwise. */
    projectDir?: string;
    /** 0, the default, takes a free one. */
    port?: number;
    /** Where records outlive the process; absent: in memory only. */
    dataDir?: string;
    /** Fills a new org; runs once, as one transaction, never again on the same data. */
    seed?: (store: RecordStore, context: { now: number }) => void;
    /** Replace values of the record Default of AdmitOneSetting__mdt, such as ServiceUrl__c. */
    settings?: Record<string, FieldValue>;
    /** Replace the endpoints of trusted URLs, by their names. */
    trustedSites?: Record<string, string>;
    /** Milliseconds since the epoch. */
    clock?: () => number;
    /** API calls in any 24 hours. */
    apiLimit?: number;
    /** How errors are worded, as for users who read another language; in English unless told otherwise. */
    wording?: Wording;
    connectedApp: ConnectedApp;
    /** Further apps that may sign in, such as a browser extension. */
    connectedApps?: ConnectedApp[];
    /** Whether to serve the Lightning look-alike too. */
    shell?: boolean;
}

export interface DevOrg {
    url: string;
    port: number;
    project: Project;
    schema: Schema;
    /** Without the checks that users meet: tests and seeds may do anything. */
    store: RecordStore;
    sessions: Sessions;
    requests: RequestLog;
    faults: Faults;
    clock: OrgClock;
    usage: ApiUsage;
    /** What it answers. */
    routes: readonly Route[];
    /** Builds what the first page of the shell needs, so that it need not wait. @throws Error naming what cannot be built */
    warmUp(): Promise<void>;
    close(): Promise<void>;
}

const DEFAULT_API_LIMIT = 100_000;

/**
 * Starts a Salesforce org on 127.0.0.1.
 * @throws Error in production, for metadata it cannot use, for data another process uses, for a taken port
 */
export async function startDevOrg(options: DevOrgOptions): Promise<DevOrg> {
    refuseProduction();
    const project = loadProject(options.projectDir ?? process.cwd());
    overrideSettings(project.schema, options.settings ?? {});
    overrideTrustedSites(project, options.trustedSites ?? {});
    const clock = new OrgClock(options.clock);
    const journal = options.dataDir === undefined ? undefined : openJournal(options.dataDir);
    try {
        const store = createFilledStore(project, { clock, journal, seed: options.seed });
        return await serve({ project, store, clock, journal, options });
    } catch (error) {
        journal?.close();
        throw error;
    }
}

interface Parts {
    project: Project;
    store: RecordStore;
    clock: OrgClock;
    journal: Journal | undefined;
    options: DevOrgOptions;
}

async function serve({ project, store, clock, journal, options }: Parts): Promise<DevOrg> {
    // Sign-in goes by the real clock: those who sign assertions do not know that the org's was set.
    const User = project.schema.object('User');
    const sessions = createSessions({
        organizationId: ORGANIZATION_ID,
        now: Date.now,
        isActive: (userId) => User !== undefined && store.find(User, userId)?.['IsActive'] === true
    });
    const faults = new Faults();
    const requests = new RequestLog();
    const usage = new ApiUsage(options.apiLimit ?? DEFAULT_API_LIMIT, clock.now);
    const access = createAccess(store, project);
    let url = '';
    const context: OrgContext = {
        project,
        schema: project.schema,
        store: guardStore(store, access),
        access,
        soql: createSoqlEngine(store, access),
        sessions,
        organizationId: ORGANIZATION_ID,
        url: () => url
    };
    const shell = options.shell ? await loadShell(context) : undefined;
    const routes = [
        ...oauthRoutes(context, [options.connectedApp, ...(options.connectedApps ?? [])]),
        ...restRoutes(context, usage),
        ...uiapiRoutes(context),
        ...graphqlRoutes(context),
        ...deployRoutes(context),
        ...devRoutes({ store, faults, clock, usage }),
        ...(shell?.routes ?? [])
    ];
    const { wording } = options;
    const server = createOrgServer({ routes, sessions, usage, faults, requests, wording, url: () => url });
    const port = await listen(server, options.port ?? 0);
    url = `http://127.0.0.1:${port}`;
    const close = async (): Promise<void> => {
        await stop(server);
        journal?.close();
    };
    const warmUp = async (): Promise<void> => shell?.warmUp();
    const { schema } = project;
    const state = { project, schema, store, sessions, requests, faults, clock, usage, routes };
    return { url, port, ...state, warmUp, close };
}

function refuseProduction(): void {
    // eslint-disable-next-line no-restricted-properties -- must hold whoever starts the org, not only main.ts
    if (process.env['NODE_ENV'] === 'production') {
        throw new Error('The dev org stands in for Salesforce in development. It refuses NODE_ENV=production.');
    }
}

/** Overrides must name fields of the settings, or a typo would change nothing in silence. */
function overrideSettings({ customMetadata }: Schema, settings: Record<string, FieldValue>): void {
    const record = customMetadata.get('AdmitOneSetting__mdt')?.get('Default');
    for (const [name, value] of Object.entries(settings)) {
        if (!record || !(name in record)) throw new Error(`AdmitOneSetting__mdt.Default has no field ${name}`);
        record[name] = value;
    }
}

function overrideTrustedSites({ trustedSites }: Project, endpoints: Record<string, string>): void {
    for (const [name, endpointUrl] of Object.entries(endpoints)) {
        const site = trustedSites.find((candidate) => candidate.name === name);
        if (!site) throw new Error(`There is no trusted URL ${name}`);
        site.endpointUrl = endpointUrl;
    }
}

function createFilledStore(
    { schema, permissionSets }: Project,
    { clock, journal, seed }: { clock: OrgClock; journal: Journal | undefined; seed: DevOrgOptions['seed'] }
): RecordStore {
    const store = createRecordStore(schema, { clock: clock.now, permissionSets, ...(journal && { journal }) });
    if (seed && (journal?.isNew ?? true)) store.transaction(() => seed(store, { now: store.now() }));
    return store;
}

/** Loaded on demand: the shell brings a compiler and a bundler along. */
async function loadShell(context: OrgContext): Promise<Shell> {
    const { createShell } = await import('./shell/shell.ts');
    return createShell(context);
}

async function listen(server: Server, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    }).catch((cause: unknown) => {
        if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
        throw new Error(`Port ${port} is taken. Choose another one for the dev org with DEV_ORG_PORT.`, { cause });
    });
    return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
    await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
