import { isRecord, type StorageArea } from '../storage.ts';
import { Problem } from '../problem.ts';

export const LANGUAGES = ['auto', 'en', 'de', 'fr', 'es', 'ja'] as const;
export const DEFAULT_ACTIONS = ['reusable', 'single-use'] as const;

/** What a user can set. */
export interface Options {
    /** Where to sign in: `https://login.salesforce.com`, a sandbox, a My Domain or the dev org. */
    orgUrl: string;
    /** Consumer key of the org's External Client App; empty works for the dev org only. */
    clientId: string;
    /** What a click on the main button copies. */
    defaultAction: (typeof DEFAULT_ACTIONS)[number];
    /** `auto` follows the browser. */
    language: (typeof LANGUAGES)[number];
}

export const DEFAULT_OPTIONS: Options = {
    orgUrl: 'https://login.salesforce.com',
    clientId: '',
    defaultAction: 'reusable',
    language: 'auto'
};

const KEY = 'options';

type Stored = Record<string, unknown>;

/**
 * What turned stored options of each version into those of the next; the version is the number of steps taken.
 * Append only: people skip versions.
 */
const MIGRATIONS: readonly ((stored: Stored) => Stored)[] = [
    // Versions before 0.1 kept the host alone.
    ({ host, ...stored }) => (typeof host === 'string' ? { ...stored, orgUrl: `https://${host}` } : stored)
];

/** Options of the version of today, from whatever an older version stored; what cannot be used becomes the default. */
export function migrateOptions(stored: unknown): Options {
    if (!isRecord(stored)) return DEFAULT_OPTIONS;
    const { version, ...values } = stored;
    const from = typeof version === 'number' ? version : 0;
    const current = MIGRATIONS.slice(from).reduce((options, migrate) => migrate(options), values);
    return {
        orgUrl: typeof current['orgUrl'] === 'string' ? current['orgUrl'] : DEFAULT_OPTIONS.orgUrl,
        clientId: typeof current['clientId'] === 'string' ? current['clientId'] : DEFAULT_OPTIONS.clientId,
        defaultAction: oneOf(DEFAULT_ACTIONS, current['defaultAction']) ?? DEFAULT_OPTIONS.defaultAction,
        language: oneOf(LANGUAGES, current['language']) ?? DEFAULT_OPTIONS.language
    };
}

/** The options as stored, brought up to date. */
export async function readOptions(area: StorageArea): Promise<Options> {
    return migrateOptions((await area.get(KEY))[KEY]);
}

/** Stores the options under the version of today. */
export async function writeOptions(area: StorageArea, options: Options): Promise<void> {
    await area.set({ [KEY]: { ...options, version: MIGRATIONS.length } });
}

/**
 * The origin to sign in at, from what somebody typed: a host, an address with or without a path.
 * @throws Problem org_url_invalid for what is no address, and for plain http beyond this machine
 */
export function normalizeOrgUrl(typed: string): string {
    const text = typed.trim();
    const address = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
    const isSafe = address?.protocol === 'https:' || (address?.protocol === 'http:' && isLoopback(address));
    if (text === '' || !address || !isSafe || address.username !== '') throw new Problem('org_url_invalid', text);
    return address.origin;
}

/** Whether an address is this machine's. */
export function isLoopback({ hostname }: URL): boolean {
    return hostname === 'localhost' || hostname === '127.0.0.1';
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
    return allowed.find((candidate) => candidate === value);
}
