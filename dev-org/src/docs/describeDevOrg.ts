import { PROFILES } from '../metadata/standard/profiles.ts';
import type { DevOrg } from '../devOrg.ts';
import { FAULT_KINDS } from '../faults/fault.ts';
import { FORMULA_FUNCTIONS } from '../formula/index.ts';
import type { Route } from '../http/route.ts';
import { SalesforceError } from '../salesforceError.ts';
import { AGGREGATE_FUNCTIONS } from '../soql/aggregateFunction.ts';
import { DATE_FUNCTIONS } from '../soql/dateFunctions.ts';
import { SOQL_FEATURES } from '../soql/features.ts';
import { createSoqlEngine } from '../soql/index.ts';
import type { SoqlFeature } from '../soql/features.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { markdownTable } from './markdown.ts';

/** Writes docs/dev-org.md from the routes that are served and the queries that are answered. */
export function describeDevOrg(org: DevOrg): string {
    const routes = org.routes.filter(({ pattern }) => /^\/(services|id|cometd)\//.test(pattern));
    const served = routes.filter(({ isUnsupported }) => !isUnsupported);
    const refused = routes.filter(({ isUnsupported, about }) => isUnsupported && about !== undefined);
    return `${[
        INTRODUCTION,
        '## Endpoints\n\n`:name` stands for a part of the path. All need a session but those marked public.',
        markdownTable(['Method', 'Path', 'What it does'], served.map(servedRow)),
        'These answer 501 by name; so does everything else under `/services/`:',
        markdownTable(
            ['Path', 'What it would be'],
            refused.map(({ pattern, about = '' }) => [code(pattern), about])
        ),
        '## SOQL\n\nEach query below is put to the dev org when this page is written; the last column is its answer.',
        markdownTable(
            ['Area', 'Feature', 'Example', 'Answer'],
            SOQL_FEATURES.map((feature) => featureRow(org, feature))
        ),
        `Aggregate functions: ${names(AGGREGATE_FUNCTIONS)}.`,
        `Date functions: ${names(DATE_FUNCTIONS)}. The fiscal year is the calendar year; date literals are days in the zone of the user who asks.`,
        '## Formulas\n\nFor formula fields and validation rules. Any other function stops the dev org at its start, with the file and the place.',
        `${names(FORMULA_FUNCTIONS)}.`,
        FAULTS,
        `Kinds: ${FAULT_KINDS.map(code).join(', ')}.`,
        LIMITS
    ].join('\n\n')}\n`;
}

const INTRODUCTION = `# The dev org

A Salesforce on your laptop: the same API, over the metadata in force-app, in memory with a journal on disk. \`npm start\` runs it on http://127.0.0.1:3000; tests start one each with \`startDevOrg()\`. It binds the loopback address only and refuses \`NODE_ENV=production\`.

This page is written by \`npm run docs:dev-org\` from the code that answers, and a test fails when it is out of date. What each user may do is in [permission-matrix.md](permission-matrix.md).

Two rules hold everywhere: what is not supported says so with 501 \`NOT_IMPLEMENTED\`, never with an empty success; metadata that is not understood stops the dev org at its start.

The contract in \`dev-org/src/contract\` is driven by jsforce and runs against a real org too, where it touches only records it made: set \`SF_CONTRACT_INSTANCE_URL\` and \`SF_CONTRACT_ACCESS_TOKEN\` (of a user with \`AdmitOneAdmin\`), then \`npm run test:dev-org -- src/contract\`. Only \`malformed.test.ts\` always stays at home.`;

const FAULTS = `## Faults, clock and conversion

\`POST /__dev/faults\` with JSON arms a fault for requests by method, path, body and count; \`DELETE /__dev/faults\` takes all back. \`POST /__dev/clock\` \`{ "now": "2026-11-21T09:00:00Z" }\` sets the org's clock, \`DELETE /__dev/clock\` lets it run again; sign-in always goes by the real one.

\`POST /__dev/convert-lead\` \`{ "leadId": "00Q…" }\` converts a Lead as the platform's page, Apex or SOAP would: into \`accountId\` and \`contactId\` where they are given, else into new records, with an Opportunity unless \`createsOpportunity\` is false. Its Events and Tasks go to the Contact; lookups of custom objects stay. From then on the Lead can neither be changed nor referred to (\`CANNOT_UPDATE_CONVERTED_LEAD\`).`;

const LIMITS = `## What differs from a real org

- Standard objects have the fields that Admit One and an administrator's daily work use, not all of them.
- Profiles: ${PROFILES.map(({ name }) => `*${name}*`).join(', ')}; a user made without one is a *Standard User*. They and permission sets add up, as on the platform; the user permission API Enabled is not asked for.
- Access and refresh tokens live in memory: a restart signs everybody out. There are no passwords; the sign-in page asks whom to be.
- Duplicate rules compare e-mail addresses: a new Lead with Leads and Contacts, a new Contact with Contacts.
- Sharing: owners and queues, the roles above them, organization-wide defaults, criteria rules for all internal users, masters. The platform's own objects are public to read and write.
- No Apex, flows, triggers, record types other than the master, or layouts in the API.`;

/** The deploy routes share one purpose. */
const METADATA_API = 'deploys metadata, as the Salesforce CLI does';

function servedRow({ method, pattern, about, isPublic }: Route): string[] {
    const what = [about ?? METADATA_API, isPublic ? 'public' : undefined]
        .filter((text) => text !== undefined)
        .join('; ');
    return [method, code(pattern.replace('/services/data/:version', '…')), what];
}

function featureRow(org: DevOrg, { area, name, example }: SoqlFeature): string[] {
    return [area, name, code(example), answerOf(org, example)];
}

/** Asks as the org's own user, so that nothing is hidden. */
function answerOf(org: DevOrg, soql: string): string {
    try {
        const options = { actor: SYSTEM_ACTOR, includeDeleted: false, apiVersion: org.project.apiVersion };
        createSoqlEngine(org.store).query(soql, options);
        return 'supported';
    } catch (error) {
        if (!(error instanceof SalesforceError)) throw error;
        return error.status === 501 ? '501' : `${error.status} ${code(error.code)}`;
    }
}

const code = (text: string): string => `\`${text}\``;

const names = (table: object): string => Object.keys(table).sort().map(code).join(', ');
