import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Env = z.object({
    DEV_ORG_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    DEV_ORG_DATA_DIR: z.string().min(1).optional(),
    DEV_ORG_PUBLIC_KEY_FILE: z.string().min(1),
    DEV_ORG_CLIENT_ID: z.string().min(1),
    SERVICE_URL: z.url(),
    DEV_ORG_EMBED_ORIGINS: z.string().optional()
});

export interface DevOrgEnvironment {
    port: number;
    /** Absent: nothing is kept. */
    dataDir: string | undefined;
    connectedApp: { clientId: string; publicKeyPem: string };
    serviceUrl: string;
    /** Web sites that may show booking pages in a frame. */
    embedOrigins: string | undefined;
}

/** @throws Error naming every variable that is missing or wrong, so that one restart fixes them all */
export function readEnvironment(env: NodeJS.ProcessEnv): DevOrgEnvironment {
    const parsed = Env.safeParse(env);
    if (!parsed.success) throw new Error(`The dev org cannot start:\n${z.prettifyError(parsed.error)}`);
    const { DEV_ORG_PORT, DEV_ORG_DATA_DIR, DEV_ORG_PUBLIC_KEY_FILE, DEV_ORG_CLIENT_ID, SERVICE_URL } = parsed.data;
    return {
        port: DEV_ORG_PORT,
        dataDir: DEV_ORG_DATA_DIR,
        connectedApp: { clientId: DEV_ORG_CLIENT_ID, publicKeyPem: readFileSync(DEV_ORG_PUBLIC_KEY_FILE, 'utf8') },
        serviceUrl: SERVICE_URL,
        embedOrigins: parsed.data.DEV_ORG_EMBED_ORIGINS
    };
}
