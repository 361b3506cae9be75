import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedNexora } from '../../dev-org/seed/nexora.ts';
import { startDevOrg } from '../../dev-org/src/devOrg.ts';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { CLIENT_ID, keyFiles } from '../local/localSettings.ts';
import { buildSalesforceProject } from './buildSalesforceProject.ts';
import { signInToDevOrg } from './devOrgSignIn.ts';
import { callSalesforceCli } from './salesforceCli.ts';

const projectDir = path.join(import.meta.dirname, '..', '..');
const workDir = mkdtempSync(path.join(tmpdir(), 'admit-one-deploy-'));
const outDir = path.join(workDir, 'salesforce');
const dataDir = path.join(workDir, 'data');

let org: DevOrg;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
    const publicKeyPem = readFileSync(keyFiles(dataDir).publicKeyFile, 'utf8');
    org = await startDevOrg({ projectDir, seed: seedNexora, connectedApp: { clientId: CLIENT_ID, publicKeyPem } });
    buildSalesforceProject(projectDir, outDir);
    const local = { ...process.env, DEV_ORG_PORT: String(org.port), DATA_DIR: dataDir };
    // Jest asks its children for colours, which would stand between the JSON.
    env = { ...(await signInToDevOrg(local, projectDir, outDir)), FORCE_COLOR: '0' };
});
afterAll(async () => {
    await org.close();
    rmSync(workDir, { recursive: true, force: true });
});

/** Only what these tests look at. */
interface CliAnswer {
    status: number;
    result: {
        status: string;
        numberComponentErrors: number;
        numberComponentsDeployed: number;
        details: { componentFailures: { fullName: string; problem: string; lineNumber?: number }[] };
        files: { fullName: string; state: string; filePath?: string; error?: string }[];
    };
}

async function deploy(): Promise<CliAnswer> {
    const command = ['project', 'deploy', 'start', '--source-dir', 'force-app', '--target-org', 'dev', '--json'];
    const { stdout } = await callSalesforceCli(command, { cwd: outDir, env });
    return JSON.parse(stdout) as CliAnswer;
}

function edit(file: string, from: string, to: string): void {
    const full = path.join(outDir, 'force-app', 'main', 'default', file);
    const source = readFileSync(full, 'utf8');
    expect(source).toContain(from);
    writeFileSync(full, source.replace(from, to));
}

describe('the Salesforce CLI and the local org', () => {
    it('deploys what the repository holds', async () => {
        const { status, result } = await deploy();
        expect(result.details.componentFailures).toEqual([]);
        expect(result).toMatchObject({ status: 'Succeeded', numberComponentErrors: 0 });
        expect(result.numberComponentsDeployed).toBeGreaterThan(250);
        expect(result.files.filter(({ state }) => state === 'Failed')).toEqual([]);
        expect(status).toBe(0);
    });

    it('tells the component and the problem of what fails', async () => {
        const field = 'objects/Meeting__c/fields/Answers__c.field-meta.xml';
        edit(field, '<visibleLines>6</visibleLines>', '');
        edit('lwc/copyLinkMenu/labels.js', 'label/c.', 'label/c.Nope');
        edit(
            'permissionsets/AdmitOneRep.permissionset-meta.xml',
            '<field>BookingLink__c.IsActive__c<',
            '<field>BookingLink__c.Colour__c<'
        );
        const { status, result } = await deploy();
        expect(status).toBe(1);
        expect(result).toMatchObject({ status: 'Failed', numberComponentErrors: 3, numberComponentsDeployed: 0 });
        const failed = result.files.filter(({ state }) => state === 'Failed');
        expect(failed.map(({ fullName, error }) => `${fullName}: ${error ?? ''}`).sort()).toEqual([
            expect.stringMatching(
                /^AdmitOneRep: In field: field - no CustomField named BookingLink__c.Colour__c found \(\d+:\d+\)$/
            ),
            expect.stringMatching(
                /^Meeting__c.Answers__c: Must specify 'visibleLines' for a CustomField of type LongTextArea \(\d+:\d+\)$/
            ),
            expect.stringMatching(/^copyLinkMenu: Invalid reference c\.Nope\w+ of type label in file labels\.js/)
        ]);
        const answers = failed.find(({ fullName }) => fullName === 'Meeting__c.Answers__c');
        expect(answers?.filePath?.replaceAll(path.sep, '/')).toContain(field);
    });
});

describe('the home of the CLI', () => {
    it('holds the sign-in and no trace of an update', () => {
        const files = readdirSync(path.join(dataDir, 'salesforce-cli'), { recursive: true }).map(String);
        expect(files.some((file) => file.endsWith('admin@nexora.example.json'))).toBe(true);
        expect(files.filter((file) => file.includes('autoupdate'))).toEqual([]);
    });
});

describe('signing in', () => {
    const signIn = (local: NodeJS.ProcessEnv): Promise<unknown> => signInToDevOrg(local, projectDir, workDir);

    it('says that the local org does not run', async () => {
        await expect(signIn({ DEV_ORG_PORT: '9', DATA_DIR: dataDir })).rejects.toThrow('Start it with npm start');
    });

    it('says that the keys are another org’s', async () => {
        const elsewhere = path.join(workDir, 'elsewhere');
        const local = { DEV_ORG_PORT: String(org.port), DATA_DIR: elsewhere };
        await expect(signIn(local)).rejects.toThrow('Set DATA_DIR');
        keyFiles(elsewhere);
        await expect(signIn(local)).rejects.toThrow('refuses admin@nexora.example');
    });
});
