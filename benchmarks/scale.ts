import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { NEXORA_NAMES } from '../dev-org/seed/company.ts';
import { LARGE, seedLarge } from '../dev-org/seed/large.ts';
import { seedNexora } from '../dev-org/seed/nexora.ts';
import { startDevOrg } from '../dev-org/src/devOrg.ts';
import type { DevOrg } from '../dev-org/src/devOrg.ts';
import type { BenchmarkRow } from './benchmarkRow.ts';

const PROJECT_DIR = path.join(import.meta.dirname, '..');
const GOAL_MS = 1000;
const ROUNDS = 5;

interface Question {
    name: string;
    query: string;
    variables: Record<string, unknown>;
}

/** How long the first rows of each page take with 5,000 links and 100,000 meetings, asked as the components ask. */
export async function run(): Promise<BenchmarkRow[]> {
    let userIds: Record<string, string> = {};
    const org = await startDevOrg({
        projectDir: PROJECT_DIR,
        connectedApp: { clientId: 'benchmark' },
        seed: (store, { now }) => {
            const nexora = seedNexora(store, { now });
            userIds = nexora.userIds;
            const hosts = (['julio', 'priya', 'tomas', 'grace', 'helena'] as const).map((user) => ({
                id: nexora.userIds[user],
                name: NEXORA_NAMES[user]
            }));
            seedLarge(store, { now, owners: { hosts, integrationId: nexora.userIds.integration } });
        }
    });
    try {
        const rows: BenchmarkRow[] = [];
        for (const user of ['amara', 'julio']) {
            for (const question of questions()) rows.push(await measure(org, userIds[user] ?? '', user, question));
        }
        return rows;
    } finally {
        await org.close();
    }
}

function questions(): Question[] {
    const meetings = queryIn('meetingApi/meetingsQuery.ts');
    const latest = { StartsAt__c: { order: 'DESC', nulls: 'LAST' }, Id: { order: 'DESC' } };
    const page = { name: 'Meeting Logs', query: meetings, variables: { first: 25, where: {}, orderBy: latest } };
    const narrowed = (name: string, where: unknown, more = {}): Question => ({
        ...page,
        name: `Meeting Logs, ${name}`,
        variables: { ...page.variables, where, ...more }
    });
    const anywhere = [
        'ProspectName__c',
        'ProspectEmail__c',
        'ProspectCompany__c',
        'MeetingTypeTitle__c',
        'HostNames__c'
    ];
    const before = { StartsAt__c: { lt: { value: new Date(Date.now() - 86_400_000 * 400).toISOString() } } };
    return [
        page,
        narrowed('single-use links hidden', { LinkType__c: { ne: 'Single-Use' } }),
        narrowed('a word searched', { or: anywhere.map((field) => ({ [field]: { like: '%9999%' } })) }),
        narrowed(
            'sorted by prospect',
            {},
            { orderBy: { ProspectLastName__c: { order: 'ASC' }, Id: { order: 'ASC' } } }
        ),
        narrowed('200 rows of an export, deep inside', before, { first: 200 }),
        { name: 'Home, weeks', query: queryIn('homeApi/weeksQuery.ts'), variables: weeks() },
        { name: 'Home, figures', query: queryIn('homeApi/figuresQuery.ts'), variables: figures() },
        { name: 'Home, delays', query: queryIn('homeApi/delaysQuery.ts'), variables: delays() }
    ];
}

/** The query of a component, as it stands in its source. */
function queryIn(file: string): string {
    const source = readFileSync(path.join(PROJECT_DIR, 'force-app/main/default/lwc', file), 'utf8');
    const [, query] = /gql`([^`]+)`/.exec(source) ?? [];
    if (query === undefined) throw new Error(`${file} holds no query`);
    return query;
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

function weeks(): Record<string, unknown> {
    const week = (index: number): unknown => ({
        and: [
            { BookedAt__c: { gte: { value: daysAgo(7 * (8 - index)) } } },
            { BookedAt__c: { lt: { value: daysAgo(7 * (7 - index)) } } }
        ]
    });
    return Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`week${index}`, week(index)]));
}

function figures(): Record<string, unknown> {
    const made = { CreatedDate: { gte: { value: daysAgo(90) } } };
    const states = ['Used', 'Active', 'Expired', 'Revoked', 'Inactive'].map((status) => [
        status.toLowerCase(),
        { and: [made, { Status__c: { eq: status } }] }
    ]);
    const meetings = {
        and: [{ StartsAt__c: { gte: { value: daysAgo(90) } } }, { StartsAt__c: { lt: { value: daysAgo(0) } } }]
    };
    return { meetings, ...(Object.fromEntries(states) as Record<string, unknown>) };
}

function delays(): Record<string, unknown> {
    const span = (index: number): unknown => ({ and: [{ HoursToBooking__c: { lt: index * 24 + 1 } }] });
    return Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`span${index}`, span(index)]));
}

async function measure(org: DevOrg, userId: string, user: string, question: Question): Promise<BenchmarkRow> {
    const { query, variables, name } = question;
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        const response = await fetch(`${org.url}/services/data/v66.0/graphql`, {
            method: 'POST',
            headers: { authorization: `Bearer ${org.sessions.start(userId)}`, 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables })
        });
        const { errors } = (await response.json()) as { errors: { message: string }[] };
        if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message ?? ''}`);
        times.push(performance.now() - began);
    }
    const value = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    const sizes = `${LARGE.links} links, ${LARGE.meetings} meetings`;
    return { name: `${name} as ${user}, ${sizes}`, value, unit: 'ms', goal: `< ${GOAL_MS}`, isMet: value < GOAL_MS };
}
