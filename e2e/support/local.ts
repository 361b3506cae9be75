import { chmodSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where one running Admit One serves and keeps its data. */
export interface LocalAdmitOne {
    orgUrl: string;
    serviceUrl: string;
    orgPort: number;
    servicePort: number;
    dataDir: string;
    /** A web site, not there yet, whose pages may show booking pages. */
    embedOrigin: string;
}

/** The root of the project. */
export const PROJECT_DIR = path.join(import.meta.dirname, '../..');

/** How worker processes learn what the first process chose. */
const VARIABLE = 'E2E_LOCAL';

/** What the specs drive: on ports that were free, with data of its own, new for each run. */
export const local = await shared(newPlace);

/** A place that nobody uses yet, beside whatever runs on this machine. */
export async function newPlace(): Promise<LocalAdmitOne> {
    const [orgPort, servicePort, sitePort] = await freePorts();
    return {
        orgPort,
        servicePort,
        orgUrl: `http://127.0.0.1:${orgPort}`,
        serviceUrl: `http://127.0.0.1:${servicePort}`,
        dataDir: newDataDir(),
        // By another name of this machine, so that it is another site and not only another port.
        embedOrigin: `http://localhost:${sitePort}`
    };
}

/** What `npm start` needs to know to run there. */
export function localEnvironment({
    orgPort,
    servicePort,
    dataDir,
    embedOrigin
}: LocalAdmitOne): Record<string, string> {
    return {
        DEV_ORG_PORT: String(orgPort),
        DEV_ORG_EMBED_ORIGINS: embedOrigin,
        PORT: String(servicePort),
        DATA_DIR: dataDir,
        RATE_LIMITS: 'off',
        // Solved in a moment; reusable links ask for it.
        PROOF_OF_WORK_BITS: '10'
    };
}

async function shared(choose: () => Promise<LocalAdmitOne>): Promise<LocalAdmitOne> {
    const chosen = process.env[VARIABLE];
    if (chosen !== undefined) return JSON.parse(chosen) as LocalAdmitOne;
    const place = await choose();
    process.env[VARIABLE] = JSON.stringify(place);
    return place;
}

function newDataDir(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'admit-one-e2e-'));
    // Under root, PostgreSQL runs as another user, who has to get here.
    chmodSync(folder, 0o755);
    return path.join(folder, 'data');
}

/** Three at once, so that they differ. */
async function freePorts(): Promise<[number, number, number]> {
    const servers = [createServer(), createServer(), createServer()] as const;
    const ports = await Promise.all(
        servers.map(
            (server) =>
                new Promise<number>((resolve, reject) => {
                    server.once('error', reject);
                    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
                })
        )
    );
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    return ports as [number, number, number];
}
