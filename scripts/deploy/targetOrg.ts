import { parseArgs } from 'node:util';

/** What the local org is called on the command line. */
export const DEV_ORG_ALIAS = 'dev';

/** The org that flags of the Salesforce CLI name; undefined leaves it to the CLI's own default. */
export function targetOrgOf(flags: string[]): string | undefined {
    const { values } = parseArgs({
        args: flags,
        // Every other flag is the CLI's business.
        strict: false,
        options: { 'target-org': { type: 'string', short: 'o' } }
    });
    const target = values['target-org'];
    return typeof target === 'string' ? target : undefined;
}
