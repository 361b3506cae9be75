import { createHash } from 'node:crypto';
import type { RecordStore } from '../src/store/recordStore.ts';
import { Seeder, minutesAfter } from './seeder.ts';

/** How much a large company has; leads, single-use links and the rest follow from it. */
export interface LargeSizes {
    links: number;
    meetings: number;
}

/** Who owns what is made: by turns. */
export interface LargeOwners {
    /** Reps and engineers, two at least. */
    hosts: { id: string; name: string }[];
    integrationId: string;
}

export const LARGE: LargeSizes = { links: 5000, meetings: 100_000 };

/** What is to be made, and when. */
export interface LargePlan {
    /** Milliseconds since the epoch. */
    now: number;
    sizes?: LargeSizes;
    owners: LargeOwners;
    /**
     * Sets the store's clock. With it records were written weeks ago, one link after the other; without it all of them
     * are news, which whoever follows changes reads again and again.
     */
    setClock?: (moment: number) => void;
}

const DAY_MS = 86_400_000;
const WRITTEN_BEFORE_MS = 30 * DAY_MS;
const BETWEEN_LINKS_MS = 4 * 60_000;
/** Rows of one transaction: each is one line of the journal. */
const BATCH = 2000;
/** Every so manieth meeting was booked through a single-use link. */
const SINGLE_USE_EVERY = 3;
/** Every so manieth meeting is one that Salesforce refused to change. */
const REFUSED_EVERY = 300;
const MEETINGS_OF_A_LEAD = 100;
const LINKS_OF_A_TYPE = 50;
/** One link in so many is a version of a managed link, which has one for each owner. */
const MANAGED_SHARE = 5;
const STATUSES = ['Completed', 'Completed', 'Completed', 'Rescheduled', 'No-Show', 'Canceled'] as const;
const FIRST_NAMES = ['Ada', 'Béla', 'Chidi', 'Dolores', 'Emre', 'Fatima', 'Grace', 'Hiro'] as const;
const LAST_NAMES = ['Abara', 'Bellini', 'Çelik', 'Dvořák', 'Eriksen', 'Fischer', 'García'] as const;

/**
 * Adds links and meetings of a large company, spread over the two years before and the month after `now` (milliseconds
 * since the epoch), with what they belong to: meeting types, managed links, leads, single-use links. The same call makes
 * the same records. `onProgress` hears how many links and meetings there are so far.
 * @throws SalesforceError DUPLICATE_VALUE when they are there already
 */
export function seedLarge(
    store: RecordStore,
    { now, sizes = LARGE, owners, setClock = () => undefined }: LargePlan,
    onProgress: (rows: number) => void = () => undefined
): void {
    const seeder = new Seeder(store, now);
    const company = seedCompany(seeder, sizes, owners);
    inBatches(store, sizes.links, (index) => {
        setClock(now - WRITTEN_BEFORE_MS + index * BETWEEN_LINKS_MS);
        company.links.push(insertLink(seeder, index, company, sizes));
        if (index % BATCH === 0) onProgress(index);
    });
    setClock(now - WRITTEN_BEFORE_MS / 2);
    inBatches(store, sizes.meetings, (index) => {
        insertMeeting(seeder, index, company, index / sizes.meetings);
        if (index % BATCH === 0) onProgress(sizes.links + index);
    });
    setClock(now);
}

/** What links and meetings belong to, as ids. */
interface Company {
    owners: LargeOwners;
    types: string[];
    leads: string[];
    managed: string[];
    links: string[];
}

function seedCompany(seeder: Seeder, { links, meetings }: LargeSizes, owners: LargeOwners): Company {
    const many = (count: number, insert: (number: string, index: number) => string): string[] =>
        Array.from({ length: Math.ceil(count) }, (_, index) => insert(String(index).padStart(4, '0'), index));
    const asIntegration = (objectName: string, input: Record<string, unknown>): string =>
        seeder.insert(objectName, input, owners.integrationId);
    return seeder.store.transaction(() => {
        const types = many(links / LINKS_OF_A_TYPE, (number) =>
            asIntegration('MeetingType__c', {
                Name: `Large: call ${number}`,
                Title__c: 'Product call',
                DurationMinutes__c: 30
            })
        );
        const leads = many(meetings / MEETINGS_OF_A_LEAD, (number, index) =>
            seeder.insert(
                'Lead',
                { LastName: `Large ${number}`, Company: `Company ${number}`, Email: `lead${index}@large.example` },
                of(owners.hosts, index).id
            )
        );
        const managed = many(links / MANAGED_SHARE / owners.hosts.length, (number, index) =>
            asIntegration('ManagedLink__c', {
                Name: `Large: managed ${number}`,
                MeetingType__c: of(types, index),
                SlugPattern__c: `large-${number}-{firstName}`
            })
        );
        return { owners, types, leads, managed, links: [] };
    });
}

function inBatches(store: RecordStore, count: number, insert: (index: number) => void): void {
    for (let start = 0; start < count; start += BATCH) {
        store.transaction(() => {
            for (let index = start; index < Math.min(start + BATCH, count); index += 1) insert(index);
        });
    }
}

/** By turns. */
function of<Item>(items: readonly Item[], index: number): Item {
    const item = items[index % items.length];
    if (item === undefined) throw new Error('A large company needs at least one of everything.');
    return item;
}

/** A link with its host and one single-use version that nobody has used. */
function insertLink(seeder: Seeder, index: number, company: Company, { links }: LargeSizes): string {
    const { owners, types, leads, managed } = company;
    const { id: owner } = of(owners.hosts, index);
    const managedLink = isManaged(index, links) ? of(managed, Math.floor(index / owners.hosts.length)) : null;
    const link = seeder.insert(
        'BookingLink__c',
        {
            ...{ Name: `Large: call ${String(index).padStart(5, '0')}`, Slug__c: `large-${index}` },
            ...{ MeetingType__c: of(types, index), IsInLibrary__c: index % 50 === 0, ManagedLink__c: managedLink }
        },
        owner
    );
    seeder.insert('LinkHost__c', { BookingLink__c: link, Role__c: 'Required Host', User__c: owner }, owner);
    insertSingleUseLink(seeder, `unused ${index}`, owner, { BookingLink__c: link, Lead__c: of(leads, index) });
    if (managedLink !== null) {
        const assigned = { ManagedLink__c: managedLink, User__c: owner, BookingLink__c: link };
        seeder.insert('ManagedLinkUser__c', assigned, owners.integrationId);
    }
    return link;
}

function isManaged(linkIndex: number, links: number): boolean {
    return linkIndex < Math.floor(links / MANAGED_SHARE);
}

/** @param share how far through the company's time it lies, from 0 to 1 */
function insertMeeting(seeder: Seeder, index: number, company: Company, share: number): void {
    const { owners, types, leads, links } = company;
    const { id, name } = of(owners.hosts, index);
    const startsAt = seeder.fromNow({ days: -730 + Math.floor(share * 760), hours: index % 10 });
    const isOver = share < 730 / 760;
    const uid = uidOf(index);
    const bookedAt = minutesAfter(startsAt, -60 * (24 + (index % 200)));
    const made = { BookingLink__c: of(links, index), Lead__c: of(leads, index) };
    const linkType = isManaged(index % links.length, links.length) ? 'Managed' : 'Standard';
    const use = { UsedAt__c: bookedAt, ClaimedByUid__c: uid };
    const copiedAt = minutesAfter(bookedAt, -30 - (index % 4000));
    const used =
        index % SINGLE_USE_EVERY === 0
            ? usedLinkOf(insertSingleUseLink(seeder, `used ${index}`, id, { ...made, ...use }, copiedAt))
            : {};
    seeder.insert(
        'Meeting__c',
        {
            ...{ BookingUid__c: uid, Revision__c: 1, LinkType__c: linkType, ...made },
            ...{ StartsAt__c: startsAt, EndsAt__c: minutesAfter(startsAt, 30), BookedAt__c: bookedAt },
            ...{ MeetingType__c: of(types, index % links.length), MeetingTypeTitle__c: 'Product call' },
            ...{ Status__c: isOver ? of(STATUSES, index) : 'Scheduled', TimeZone__c: 'Europe/Berlin' },
            ...{
                ProspectFirstName__c: of(FIRST_NAMES, index),
                ProspectLastName__c: `${of(LAST_NAMES, index)} ${index}`
            },
            ...{ ProspectEmail__c: `prospect${index}@large.example`, ProspectCompany__c: `Company ${index % 997}` },
            ...{ Host__c: id, HostNames__c: name, OwnerId: id },
            ...(index % REFUSED_EVERY === 1 ? refusedAt(bookedAt) : {}),
            ...used
        },
        owners.integrationId
    );
}

interface SingleUse {
    id: string;
    tokenHash: string;
}

function insertSingleUseLink(
    seeder: Seeder,
    name: string,
    owner: string,
    fields: Record<string, unknown>,
    copiedAt?: string
): SingleUse {
    const tokenHash = createHash('sha256').update(`large ${name}`).digest('hex');
    const made = { TokenHash__c: tokenHash, CopiedFrom__c: 'API', ...fields };
    return { id: seeder.insert('SingleUseLink__c', made, owner, copiedAt), tokenHash };
}

function usedLinkOf({ id, tokenHash }: SingleUse): Record<string, unknown> {
    return { LinkType__c: 'Single-Use', SingleUseLink__c: id, SingleUseClaim__c: tokenHash };
}

function refusedAt(at: string): Record<string, unknown> {
    const reason = { SyncError__c: 'The record is locked by an approval.', SyncErrorCode__c: 'ENTITY_IS_LOCKED' };
    return { ...reason, SyncErrorField__c: 'Status__c', SyncErrorAt__c: at };
}

/** A UUID that says which meeting it is. */
function uidOf(index: number): string {
    return `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}
