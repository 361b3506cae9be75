import type { Catalog, MeetingTypeName } from './catalog.ts';
import { NEXORA_SLUGS } from './company.ts';
import type { NexoraLink, NexoraUser } from './company.ts';
import type { Prospects } from './customers.ts';
import { throwAwayTokenHash } from './seeder.ts';
import type { Seeder } from './seeder.ts';
import type { UserIds } from './users.ts';

/** Id of each reusable link. */
export type LinkIds = Record<NexoraLink, string>;

const OFFICE_HOURS = [
    ['priya', 'priyaOfficeHours'],
    ['tomas', 'tomasOfficeHours'],
    ['grace', 'graceOfficeHours']
] as const;

/** Inserts the reusable links of reps, and the managed link with its three. */
export function seedLinks(seeder: Seeder, users: UserIds, catalog: Catalog): LinkIds {
    const insert = (name: NexoraLink, owner: NexoraUser, type: MeetingTypeName, title: string, more = {}): string => {
        const common = { Name: title, Slug__c: NEXORA_SLUGS[name], MeetingType__c: catalog.types[type] };
        const link = seeder.insert('BookingLink__c', { ...common, ...more }, users[owner]);
        addHost(seeder, link, { Role__c: 'Required Host', User__c: users[owner] }, users[owner]);
        return link;
    };
    const managed = seedManagedLink(seeder, users, catalog);
    const officeHours = (name: NexoraLink, owner: NexoraUser): string =>
        insert(name, owner, 'officeHours', 'Office hours', { ManagedLink__c: managed });
    const links: LinkIds = {
        julioIntro: insert('julioIntro', 'julio', 'intro', 'Intro call with Julio'),
        julioDeepDive: insert('julioDeepDive', 'julio', 'deepDive', 'Technical deep dive with Julio'),
        helenaBriefing: insert('helenaBriefing', 'helena', 'briefing', 'Executive briefing with Helena', {
            Description__c: 'Copy for executives of named accounts.',
            IsInLibrary__c: true
        }),
        julioWebinar: insert('julioWebinar', 'julio', 'intro', 'Webinar follow-up', { IsActive__c: false }),
        julioSpringFair: insert('julioSpringFair', 'julio', 'intro', 'Spring fair', {
            ExpiresAt__c: seeder.fromNow({ days: -12 })
        }),
        priyaOfficeHours: officeHours('priyaOfficeHours', 'priya'),
        tomasOfficeHours: officeHours('tomasOfficeHours', 'tomas'),
        graceOfficeHours: officeHours('graceOfficeHours', 'grace')
    };
    const pool = { Role__c: 'Pool', HostPool__c: catalog.pool, Position__c: 1 };
    addHost(seeder, links.julioDeepDive, pool, users.julio);
    const assistant = { Role__c: 'Additional Attendee', User__c: users.julio, Position__c: 1 };
    addHost(seeder, links.helenaBriefing, assistant, users.helena);
    assignManagedLink(seeder, users, managed, links);
    return links;
}

function addHost(seeder: Seeder, link: string, host: Record<string, unknown>, actor: string): void {
    seeder.insert('LinkHost__c', { BookingLink__c: link, ...host }, actor);
}

function seedManagedLink(seeder: Seeder, users: UserIds, catalog: Catalog): string {
    return seeder.insert(
        'ManagedLink__c',
        { Name: 'Office hours', MeetingType__c: catalog.types.officeHours, SlugPattern__c: '{firstName}-office-hours' },
        users.amara
    );
}

function assignManagedLink(seeder: Seeder, users: UserIds, managed: string, links: LinkIds): void {
    const assign = (user: NexoraUser, result: Record<string, unknown>): string =>
        seeder.insert('ManagedLinkUser__c', { ManagedLink__c: managed, User__c: users[user], ...result }, users.amara);
    for (const [user, link] of OFFICE_HOURS) assign(user, { BookingLink__c: links[link] });
    assign('helena', { Error__c: 'Helena Brandt has no active availability schedule for office hours.' });
}

interface UnusedLink {
    link: NexoraLink;
    place: string;
    hoursAgo: number;
    who?: keyof Prospects;
    by?: NexoraUser;
    more?: Record<string, unknown>;
}

/** Inserts single-use links that nobody has used: active, opened, revoked, inactive, expired, and one bulk request. */
export function seedUnusedLinks(seeder: Seeder, users: UserIds, links: LinkIds, prospects: Prospects): void {
    const expired = { ExpiresAt__c: seeder.fromNow({ days: -2 }) };
    const unused: UnusedLink[] = [
        { link: 'julioIntro', place: 'Record Page', hoursAgo: 50, who: 'wolfgang' },
        {
            link: 'julioIntro',
            place: 'My Links',
            hoursAgo: 3,
            more: { ExpiresAt__c: seeder.fromNow({ days: 14 }) }
        },
        {
            link: 'julioDeepDive',
            place: 'Record Page',
            hoursAgo: 7,
            who: 'etienne',
            more: { FirstScannedAt__c: seeder.fromNow({ hours: -6 }), FirstOpenedAt__c: seeder.fromNow({ hours: -5 }) }
        },
        { link: 'helenaBriefing', place: 'Links Library', hoursAgo: 26, who: 'beatrice' },
        { link: 'graceOfficeHours', place: 'View Links', hoursAgo: 74, who: 'darya', by: 'grace' },
        {
            link: 'julioIntro',
            place: 'Chrome Extension',
            hoursAgo: 30,
            who: 'zoe',
            more: { RevokedAt__c: seeder.fromNow({ days: -1 }) }
        },
        { link: 'julioWebinar', place: 'Wizard', hoursAgo: 120, who: 'lukasz' },
        { link: 'julioSpringFair', place: 'My Links', hoursAgo: 400, who: 'oluwaseun' },
        { link: 'julioIntro', place: 'Meeting Type Card', hoursAgo: 200, who: 'khai', more: expired }
    ];
    for (const { link, place, hoursAgo, who, by = 'julio', more = {} } of unused) {
        const person = who && prospects[who];
        const made = { BookingLink__c: links[link], CopiedFrom__c: place, RecipientEmail__c: person?.email };
        const copiedAt = seeder.fromNow({ hours: -hoursAgo });
        insertSingleUseLink(seeder, users[by], { ...made, ...person?.record, ...more }, copiedAt);
    }
    for (const who of ['ana', 'misaki', 'chloe'] as const) {
        const { email, record } = prospects[who];
        const bulk = { CopiedFrom__c: 'Campaign', BatchId__c: 'autumn-campaign', RecipientEmail__c: email };
        const made = { BookingLink__c: links.julioIntro, ...bulk, ...record };
        insertSingleUseLink(seeder, users.julio, made, seeder.fromNow({ days: -4 }));
    }
}

/** Inserts a single-use link as the user who copied it. @param copiedAt an ISO instant */
export function insertSingleUseLink(
    seeder: Seeder,
    actor: string,
    values: Record<string, unknown>,
    copiedAt: string
): { id: string; tokenHash: string } {
    const tokenHash = throwAwayTokenHash();
    const id = seeder.insert('SingleUseLink__c', { TokenHash__c: tokenHash, ...values }, actor, copiedAt);
    return { id, tokenHash };
}
