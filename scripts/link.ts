// Prints a fresh single-use URL, made through Salesforce's API as a rep would: npm run -s link -- <slug> [--lead <email>]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hashToken, newToken } from '../force-app/main/default/lwc/linkToken/linkToken.ts';
import { createSalesforceConnection } from '../booking-service/src/salesforce/connection.ts';
import type { SalesforceClient } from '../booking-service/src/salesforce/salesforceClient.ts';
import { soql } from '../booking-service/src/salesforce/soql.ts';
import { API_VERSION, CLIENT_ID, keyFiles, readLocalSettings, REP_USERNAME } from './local/localSettings.ts';

const USAGE = 'Usage: npm run -s link -- <slug> [--lead <e-mail of a Lead>]';

try {
    console.log(await makeLink());
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}

async function makeLink(): Promise<string> {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { lead: { type: 'string' } } });
    const [slug, ...rest] = positionals;
    if (slug === undefined || rest.length > 0) throw new Error(USAGE);
    const client = connectAsRep();
    const link = await getLink(client, slug);
    const leadId = values.lead === undefined ? undefined : await getLeadId(client, values.lead);
    const token = newToken();
    await client.create('SingleUseLink__c', {
        BookingLink__c: link.id,
        TokenHash__c: await hashToken(token),
        CopiedFrom__c: 'API',
        ...(leadId !== undefined && { Lead__c: leadId })
    });
    return new URL(`/s/${token}`, link.url).href;
}

function connectAsRep(): SalesforceClient {
    const settings = readLocalSettings(process.env, path.join(import.meta.dirname, '..'));
    return createSalesforceConnection({
        loginUrl: process.env['SF_LOGIN_URL'] ?? settings.orgUrl,
        clientId: process.env['SF_CLIENT_ID'] ?? CLIENT_ID,
        username: process.env['SF_REP_USERNAME'] ?? REP_USERNAME,
        privateKeyPem: readFileSync(
            process.env['SF_PRIVATE_KEY_FILE'] ?? keyFiles(settings.dataDir).privateKeyFile,
            'utf8'
        ),
        apiVersion: process.env['SF_API_VERSION'] ?? API_VERSION
    });
}

async function getLink(client: SalesforceClient, slug: string): Promise<{ id: string; url: string }> {
    const [row] = await client.query(soql`SELECT Id, Url__c FROM BookingLink__c WHERE Slug__c = ${slug}`);
    if (!row) throw new Error(`There is no booking link with the slug "${slug}".\n${USAGE}`);
    return { id: String(row['Id']), url: String(row['Url__c']) };
}

async function getLeadId(client: SalesforceClient, email: string): Promise<string> {
    const [row] = await client.query(soql`SELECT Id FROM Lead WHERE Email = ${email} AND IsConverted = false`);
    if (!row) throw new Error(`There is no open Lead with the e-mail address "${email}".`);
    return String(row['Id']);
}
