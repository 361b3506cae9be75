// Builds the metadata and deploys it with the Salesforce CLI:
// npm run org:deploy -- --target-org <alias or user name> [flags of sf project deploy start]
// `--target-org dev` is the local org that npm start runs; nobody has to sign in there.
import path from 'node:path';
import { buildSalesforceProject } from './deploy/buildSalesforceProject.ts';
import { signInToDevOrg } from './deploy/devOrgSignIn.ts';
import { runSalesforceCli } from './deploy/salesforceCli.ts';
import { DEV_ORG_ALIAS, targetOrgOf } from './deploy/targetOrg.ts';

try {
    const flags = process.argv.slice(2);
    const projectDir = path.join(import.meta.dirname, '..');
    // The CLI may be asked for JSON, so everything of ours goes to the other channel.
    console.error('Building the Lightning web components …');
    const { outDir } = buildSalesforceProject(projectDir);
    const env =
        targetOrgOf(flags) === DEV_ORG_ALIAS ? await signInToDevOrg(process.env, projectDir, outDir) : process.env;
    const command = ['project', 'deploy', 'start', '--source-dir', 'force-app', ...flags];
    process.exitCode = await runSalesforceCli(command, { cwd: outDir, env });
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
