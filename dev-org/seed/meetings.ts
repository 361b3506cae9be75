import { randomUUID } from 'node:crypto';
import { MEETING_TYPES } from './catalog.ts';
import type { Catalog } from './catalog.ts';
import { NEXORA_NAMES, NEXORA_TIME_ZONES } from './company.ts';
import type { Prospect, Prospects } from './customers.ts';
import { insertSingleUseLink } from './links.ts';
import type { LinkIds } from './links.ts';
import { MEETING_PLAN } from './meetingPlan.ts';
import type { PlannedMeeting } from './meetingPlan.ts';
import { minutesAfter } from './seeder.ts';
import type { Seeder } from './seeder.ts';
import type { UserIds } from './users.ts';

const DAY_MINUTES = 1440;

interface Company {
    users: UserIds;
    catalog: Catalog;
    links: LinkIds;
    prospects: Prospects;
}

interface Timing {
    startsAt: string;
    endsAt: string;
    bookedAt: string;
}

/** Inserts the meeting log with the single-use links that were used for it and the hosts' calendar entries. */
export function seedMeetings(seeder: Seeder, company: Company): void {
    for (const plan of MEETING_PLAN) seedMeeting(seeder, plan, company);
}

function seedMeeting(seeder: Seeder, plan: PlannedMeeting, company: Company): void {
    const { users, catalog, links, prospects } = company;
    const prospect = prospects[plan.who];
    const timing = timingOf(seeder, plan);
    const uid = randomUUID();
    const used = plan.linkType === 'Single-Use' ? seedUsedLink(seeder, plan, { uid, timing, company }) : undefined;
    const meeting = seeder.insert(
        'Meeting__c',
        {
            ...{ BookingUid__c: uid, Revision__c: 1, LinkType__c: plan.linkType, Status__c: plan.status },
            ...{ StartsAt__c: timing.startsAt, EndsAt__c: timing.endsAt, BookedAt__c: timing.bookedAt },
            ...{ BookingLink__c: links[plan.link], SingleUseLink__c: used?.id, SingleUseClaim__c: used?.tokenHash },
            ...{ MeetingType__c: catalog.types[plan.type], MeetingTypeTitle__c: MEETING_TYPES[plan.type].title },
            ...{ Location__c: MEETING_TYPES[plan.type].location, TimeZone__c: NEXORA_TIME_ZONES[plan.host] },
            ...{ Host__c: users[plan.host], OwnerId: users[plan.host], HostNames__c: hostNames(plan) },
            ...prospectFields(prospect),
            ...prospect.record,
            ...outcome(seeder, plan, timing),
            ...(plan.more?.['SyncError__c'] !== undefined && { SyncErrorAt__c: timing.bookedAt }),
            ...plan.more
        },
        users.integration
    );
    if (plan.status !== 'Canceled') seedCalendarEntries(seeder, plan, { uid, meeting, timing, company });
}

function seedUsedLink(
    seeder: Seeder,
    plan: PlannedMeeting,
    { uid, timing, company }: { uid: string; timing: Timing; company: Company }
): { id: string; tokenHash: string } {
    const { users, links, prospects } = company;
    const { email, record } = prospects[plan.who];
    const recipient = plan.more?.['IsForwarded__c'] === true ? `assistant.${email}` : email;
    const made = {
        BookingLink__c: links[plan.link],
        CopiedFrom__c: 'Record Page',
        RecipientEmail__c: recipient,
        ...record
    };
    const openedAt = minutesAfter(timing.bookedAt, -4);
    const use = { UsedAt__c: timing.bookedAt, ClaimedByUid__c: uid, FirstOpenedAt__c: openedAt };
    // Some book at once, some take days.
    const copiedAt = minutesAfter(openedAt, -15 - 190 * Math.abs(plan.day));
    const used = insertSingleUseLink(seeder, users.julio, { ...made, ...use }, copiedAt);
    if (plan.isReplaced) {
        insertSingleUseLink(seeder, users.julio, { ...made, Replaces__c: used.id }, seeder.fromNow({ hours: -1 }));
    }
    return used;
}

/** Booked some days ahead, but never in the future. */
function timingOf(seeder: Seeder, plan: PlannedMeeting): Timing {
    const startsAt = seeder.at(plan.day, plan.time, NEXORA_TIME_ZONES[plan.host]);
    const bookedAt = plan.day > 0 ? seeder.fromNow({ hours: -6 * plan.day }) : minutesAfter(startsAt, -3 * DAY_MINUTES);
    return { startsAt, endsAt: minutesAfter(startsAt, MEETING_TYPES[plan.type].minutes), bookedAt };
}

function outcome(
    seeder: Seeder,
    { status, day }: PlannedMeeting,
    { startsAt, bookedAt }: Timing
): Record<string, string> {
    if (status === 'No-Show') return { NoShowAt__c: minutesAfter(startsAt, 20) };
    if (status !== 'Canceled') return {};
    return { CanceledAt__c: day > 0 ? seeder.fromNow({ hours: -1 }) : minutesAfter(bookedAt, DAY_MINUTES) };
}

function prospectFields({ firstName, lastName, email, phone, company }: Prospect): Record<string, string | undefined> {
    return {
        ProspectFirstName__c: firstName,
        ProspectLastName__c: lastName,
        ProspectEmail__c: email,
        ProspectPhone__c: phone,
        ProspectCompany__c: company
    };
}

const hostNames = ({ host, engineer }: PlannedMeeting): string =>
    [host, ...(engineer ? [engineer] : [])].map((user) => NEXORA_NAMES[user]).join(', ');

/** The entry of the host, found again by the booking UID, and one that keeps the Sales Engineer busy. */
function seedCalendarEntries(
    seeder: Seeder,
    plan: PlannedMeeting,
    { uid, meeting, timing, company }: { uid: string; meeting: string; timing: Timing; company: Company }
): void {
    const { users, prospects } = company;
    const { title, location } = MEETING_TYPES[plan.type];
    const { firstName, lastName, record } = prospects[plan.who];
    const entry = {
        Subject: `${title}: ${firstName} ${lastName}`,
        StartDateTime: timing.startsAt,
        EndDateTime: timing.endsAt,
        Location: location,
        ShowAs: 'Busy'
    };
    if (plan.engineer) seeder.insert('Event', { ...entry, OwnerId: users[plan.engineer] }, users.integration);
    if (plan.more?.['SyncError__c'] !== undefined) return;
    // On the platform an entry of a Lead cannot also belong to another record.
    const related = record.Lead__c ? { WhoId: record.Lead__c } : { WhoId: record.Contact__c, WhatId: meeting };
    const hosted = { ...entry, ...related, OwnerId: users[plan.host], BookingUid__c: uid };
    const event = seeder.insert('Event', hosted, users.integration);
    seeder.update('Meeting__c', meeting, { EventId__c: event }, users.integration);
}
