import { randomBytes, randomUUID } from 'node:crypto';
import { Connection } from 'jsforce';
import { startDevOrg } from '../../devOrg.ts';
import type { DevOrg } from '../../devOrg.ts';
import { addUser } from '../../testing/testOrg.ts';

const VERSION = '66.0';

/** The org that a contract is held against, as an administrator of Admit One. */
export interface ContractOrg {
    sf: Connection;
    /** Begins every name that this run gives, so that it finds its own records and no others. */
    run: string;
    /** Creates a record and takes it away again at the end. */
    create(object: string, fields: Record<string, unknown>): Promise<string>;
    /** Takes a record away at the end that a test created by other means. */
    remember(object: string, id: string): void;
    /** Deletes what was created, the youngest first. */
    close(): Promise<void>;
}

/**
 * A dev org over this repository's metadata; a real org when `SF_CONTRACT_INSTANCE_URL` (or `SF_CONTRACT_LOGIN_URL`)
 * and `SF_CONTRACT_ACCESS_TOKEN` say so. There it needs force-app deployed and a user with `AdmitOneAdmin`.
 */
export async function openContractOrg(): Promise<ContractOrg> {
    const accessToken = process.env['SF_CONTRACT_ACCESS_TOKEN'];
    const instanceUrl = process.env['SF_CONTRACT_INSTANCE_URL'] ?? process.env['SF_CONTRACT_LOGIN_URL'];
    const dev = accessToken === undefined || instanceUrl === undefined ? await startContractDevOrg() : undefined;
    const sf = dev
        ? new Connection({ version: VERSION, instanceUrl: dev.org.url, accessToken: dev.accessToken })
        : new Connection({ version: VERSION, instanceUrl: instanceUrl!, accessToken: accessToken! });
    const created: { object: string; id: string }[] = [];
    const remember = (object: string, id: string): void => void created.push({ object, id });
    return {
        sf,
        run: `contract-${randomBytes(4).toString('hex')}`,
        async create(object, fields) {
            const { id } = await sf.sobject(object).create(fields, {
                headers: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' }
            });
            remember(object, id!);
            return id!;
        },
        remember,
        async close() {
            for (const { object, id } of created.reverse()) {
                // Tests delete some of their records themselves.
                await sf
                    .sobject(object)
                    .destroy(id)
                    .catch(() => undefined);
            }
            await dev?.org.close();
        }
    };
}

async function startContractDevOrg(): Promise<{ org: DevOrg; accessToken: string }> {
    const org = await startDevOrg({ connectedApp: { clientId: 'contract' } });
    const username = `${randomUUID()}@contract.example`;
    // Not the zone of the machine: date literals mean the user's days.
    const user = { Username: username, LastName: 'Contract', TimeZoneSidKey: 'America/Los_Angeles' };
    const userId = addUser(org.store, user, 'AdmitOneAdmin');
    return { org, accessToken: org.sessions.start(userId) };
}

/** 64 hex digits. */
export const tokenHash = (): string => randomBytes(32).toString('hex');

/** What `Meeting__c` cannot be saved without. */
export function meeting(fields: Record<string, unknown> = {}): Record<string, unknown> {
    return {
        ...{ BookingUid__c: randomUUID(), BookedAt__c: '2027-03-01T08:00:00Z' },
        ...{ StartsAt__c: '2027-03-02T09:00:00Z', EndsAt__c: '2027-03-02T09:30:00Z' },
        ...{ ProspectLastName__c: 'Lane', ProspectEmail__c: 'amy@lane.example' },
        ...fields
    };
}
