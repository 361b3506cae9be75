import { createHash } from 'node:crypto';
import type { RecordStore } from '../src/store/recordStore.ts';
import { Seeder, minutesAfter } from './seeder.ts';

/** How much a large company has. */
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

/** Rows of one transaction: each is one line of the journal. */
const BATCH = 2000;
/** Every so manieth meeting was booked through a single-use link. */
const SINGLE_USE_EVERY = 3;
const STATUSES = ['Completed', 'Completed', 'Completed', 'Rescheduled', 'No-Show', 'Canceled'] as const;
const FIRST_NAMES = ['Ada', 'Béla', 'Chidi', 'Dolores', 'Emre', 'Fatima', 'Grace', 'Hiro'] as const;
const LAST_NAMES = ['Abara', 'Bellini', 'Çelik', 'Dvořák', 'Eriksen', 'Fischer', 'García'] as const;

/**
 * Adds links and meetings of a large company, spread over the two years before and the month after `now` (milliseconds
 * since the epoch). The same call makes the same records. `onProgress` hears how many rows there are so far.
 * @throws SalesforceError DUPLICATE_VALUE when they are there already
 */
export function seedLarge(
    store: RecordStore,
    { now, sizes = LARGE, owners }: { now: number; sizes?: LargeSizes; owners: LargeOwners },
    onProgress: (rows: number) => void = () => undefined
): void {
    const seeder = new Seeder(store, now);
    const meetingType = seeder.insert(
        'MeetingType__c',
        { Name: 'Large: call', Title__c: 'Product call', DurationMinutes__c: 30 },
        owners.integrationId
    );
    const links: string[] = [];
    inBatches(store, sizes.links, (index) => {
        links.push(insertLink(seeder, index, meetingType, owners));
        if (index % BATCH === 0) onProgress(index);
    });
    inBatches(store, sizes.meetings, (index) => {
        const link = links[index % links.length] ?? '';
        insertMeeting(seeder, index, { meetingType, link, owners, share: index / sizes.meetings });
        if (index % BATCH === 0) onProgress(sizes.links + index);
    });
}

function inBatches(store: RecordStore, count: number, insert: (index: number) => void): void {
    for (let start = 0; start < count; start += BATCH) {
        store.transaction(() => {
            for (let index = start; index < Math.min(start + BATCH, count); index += 1) insert(index);
        });
    }
}

function hostOf({ hosts }: LargeOwners, index: number): { id: string; name: string } {
    return hosts[index % hosts.length] ?? { id: '', name: '' };
}

function insertLink(seeder: Seeder, index: number, meetingType: string, owners: LargeOwners): string {
    const { id } = hostOf(owners, index);
    const name = `Large: call ${String(index).padStart(5, '0')}`;
    return seeder.insert(
        'BookingLink__c',
        { Name: name, Slug__c: `large-${index}`, MeetingType__c: meetingType, IsInLibrary__c: index % 50 === 0 },
        id
    );
}

interface Booked {
    meetingType: string;
    link: string;
    owners: LargeOwners;
    /** How far through the company's time it lies, from 0 to 1. */
    share: number;
}

function insertMeeting(seeder: Seeder, index: number, { meetingType, link, owners, share }: Booked): void {
    const { id, name } = hostOf(owners, index);
    const startsAt = seeder.fromNow({ days: -730 + Math.floor(share * 760), hours: index % 10 });
    const isOver = share < 730 / 760;
    const uid = uidOf(index);
    const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
    const last = LAST_NAMES[index % LAST_NAMES.length] ?? '';
    const bookedAt = minutesAfter(startsAt, -60 * (24 + (index % 200)));
    const used =
        index % SINGLE_USE_EVERY === 0 ? insertUsedLink(seeder, { index, link, uid, bookedAt, owner: id }) : {};
    seeder.insert(
        'Meeting__c',
        {
            ...{ BookingUid__c: uid, Revision__c: 1, LinkType__c: 'Standard', BookingLink__c: link },
            ...{ StartsAt__c: startsAt, EndsAt__c: minutesAfter(startsAt, 30), BookedAt__c: bookedAt },
            ...{ MeetingType__c: meetingType, MeetingTypeTitle__c: 'Product call', TimeZone__c: 'Europe/Berlin' },
            ...{ Status__c: isOver ? STATUSES[index % STATUSES.length] : 'Scheduled' },
            ...{ ProspectFirstName__c: first, ProspectLastName__c: `${last} ${index}` },
            ...{ ProspectEmail__c: `prospect${index}@large.example`, ProspectCompany__c: `Company ${index % 997}` },
            ...{ Host__c: id, HostNames__c: name, OwnerId: id },
            ...used
        },
        owners.integrationId
    );
}

function insertUsedLink(
    seeder: Seeder,
    { index, link, uid, bookedAt, owner }: { index: number; link: string; uid: string; bookedAt: string; owner: string }
): Record<string, unknown> {
    const tokenHash = createHash('sha256').update(`large ${index}`).digest('hex');
    const made = { BookingLink__c: link, TokenHash__c: tokenHash, CopiedFrom__c: 'API' };
    const id = seeder.insert('SingleUseLink__c', { ...made, UsedAt__c: bookedAt, ClaimedByUid__c: uid }, owner);
    return { LinkType__c: 'Single-Use', SingleUseLink__c: id, SingleUseClaim__c: tokenHash };
}

/** A UUID that says which meeting it is. */
function uidOf(index: number): string {
    return `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}
