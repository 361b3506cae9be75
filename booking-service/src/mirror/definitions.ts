import type { HolidayDefinition } from './holidayRecord.ts';
import { DEFINITION_RECORDS } from './records.ts';
import type {
    AvailabilitySchedule,
    AvailabilityWindow,
    BookingLink,
    DefinitionObject,
    DefinitionOf,
    HostPool,
    HostPoolMember,
    HostUser,
    LinkHost,
    MeetingQuestion,
    MeetingType
} from './records.ts';

/** Until the settings have been read. */
const DEFAULT_CACHE_HOURS = 24;

/** One record as it lies in the table `definitions`. */
export interface DefinitionRow {
    objectName: DefinitionObject;
    id: string;
    fields: Record<string, unknown>;
    isDeleted: boolean;
}

/**
 * Everything Salesforce says about what can be booked, held in process and indexed by how it is asked for.
 * A row that cannot be read keeps the last good copy: a bad edit in Salesforce does not take a link down.
 */
export class Definitions {
    private readonly records: { [O in DefinitionObject]: Map<string, DefinitionOf<O>> } = {
        MeetingType__c: new Map(),
        MeetingQuestion__c: new Map(),
        BookingLink__c: new Map(),
        LinkHost__c: new Map(),
        HostPool__c: new Map(),
        HostPoolMember__c: new Map(),
        AvailabilitySchedule__c: new Map(),
        AvailabilityWindow__c: new Map(),
        User: new Map(),
        Organization: new Map(),
        Holiday: new Map(),
        AdmitOneSetting__mdt: new Map()
    };
    /** Rises with every change, so that what was drawn from these definitions can be kept until then. */
    revision = 0;
    private linkIdBySlug = new Map<string, string>();
    private hostsByLink = new Map<string, LinkHost[]>();
    private questionsByType = new Map<string, MeetingQuestion[]>();
    private membersByPool = new Map<string, HostPoolMember[]>();
    private schedulesByUser = new Map<string, AvailabilitySchedule[]>();
    private windowsBySchedule = new Map<string, AvailabilityWindow[]>();

    /** Takes over changed rows; `onUnreadable` hears of each row that was refused and why. */
    apply(rows: Iterable<DefinitionRow>, onUnreadable: (row: DefinitionRow, reason: string) => void): void {
        for (const row of rows) this.take(row, onUnreadable);
        this.index();
        this.revision += 1;
    }

    linkBySlug(slug: string): BookingLink | undefined {
        const id = this.linkIdBySlug.get(slug);
        return id === undefined ? undefined : this.link(id);
    }

    link(id: string): BookingLink | undefined {
        return this.records.BookingLink__c.get(id);
    }

    meetingType(id: string): MeetingType | undefined {
        return this.records.MeetingType__c.get(id);
    }

    /** The questions of a meeting type, in the order they are asked. */
    questions(meetingTypeId: string): MeetingQuestion[] {
        return this.questionsByType.get(meetingTypeId) ?? [];
    }

    /** The hosts of a link, in the order they are shown. */
    hosts(bookingLinkId: string): LinkHost[] {
        return this.hostsByLink.get(bookingLinkId) ?? [];
    }

    pool(id: string): HostPool | undefined {
        return this.records.HostPool__c.get(id);
    }

    poolMembers(poolId: string): HostPoolMember[] {
        return this.membersByPool.get(poolId) ?? [];
    }

    user(id: string): HostUser | undefined {
        return this.records.User.get(id);
    }

    /** The active schedule of a user with its windows; the first by id when there are several. */
    schedule(userId: string): { schedule: AvailabilitySchedule; windows: AvailabilityWindow[] } | undefined {
        const schedule = this.schedulesByUser.get(userId)?.find(({ isActive }) => isActive);
        return schedule && { schedule, windows: this.windowsBySchedule.get(schedule.id) ?? [] };
    }

    /** The days the company is closed, as Salesforce lists them. */
    holidays(): HolidayDefinition[] {
        return [...this.records.Holiday.values()];
    }

    /** The name prospects know the org's company by. */
    companyName(): string | undefined {
        return this.records.Organization.values().next().value?.name;
    }

    /** Whether a meeting also becomes an Event on the person's timeline; on unless settings say otherwise. */
    writesEvents(): boolean {
        return this.settings()?.writesEvents ?? true;
    }

    /** Whether a prospect whom nobody knows becomes a Lead; off unless settings say otherwise. */
    createsLeads(): boolean {
        return this.settings()?.createsLeads ?? false;
    }

    /** How many hours copies of links and calendars stand in for a Salesforce that cannot be reached; at least one. */
    cacheHours(): number {
        return Math.max(1, this.settings()?.linkCacheHours ?? DEFAULT_CACHE_HOURS);
    }

    /** Who owns what is written for a host who has left. */
    fallbackOwnerUsername(): string | undefined {
        return this.settings()?.fallbackOwnerUsername;
    }

    /** How the pages look and whom they send people to, as typed in settings. */
    brand(): { color: string | undefined; contactAddress: string | undefined } {
        const settings = this.settings();
        return { color: settings?.brandColor, contactAddress: settings?.contactAddress };
    }

    /** The web origins whose pages may show ours in a frame, as typed in settings. */
    embedOrigins(): string | undefined {
        return this.settings()?.embedOrigins;
    }

    /** Every user some link or pool needs, known or not. */
    hostUserIds(): Set<string> {
        const ids = new Set<string>();
        for (const { userId } of this.records.LinkHost__c.values()) if (userId !== undefined) ids.add(userId);
        for (const { userId } of this.records.HostPoolMember__c.values()) ids.add(userId);
        return ids;
    }

    private settings() {
        return [...this.records.AdmitOneSetting__mdt.values()].find(({ name }) => name === 'Default');
    }

    private take(row: DefinitionRow, onUnreadable: (row: DefinitionRow, reason: string) => void): void {
        const records = this.records[row.objectName] as Map<string, unknown>;
        if (row.isDeleted) {
            records.delete(row.id);
            return;
        }
        const parsed = DEFINITION_RECORDS[row.objectName].safeParse(row.fields);
        if (parsed.success) records.set(row.id, parsed.data);
        else onUnreadable(row, parsed.error.message);
    }

    private index(): void {
        this.linkIdBySlug = new Map([...this.records.BookingLink__c.values()].map(({ slug, id }) => [slug, id]));
        this.hostsByLink = group(byPosition(this.records.LinkHost__c.values()), ({ bookingLinkId }) => bookingLinkId);
        this.questionsByType = group(
            byPosition(this.records.MeetingQuestion__c.values()),
            ({ meetingTypeId }) => meetingTypeId
        );
        this.membersByPool = group(byId(this.records.HostPoolMember__c.values()), ({ poolId }) => poolId);
        this.schedulesByUser = group(byId(this.records.AvailabilitySchedule__c.values()), ({ userId }) => userId);
        this.windowsBySchedule = group(this.records.AvailabilityWindow__c.values(), ({ scheduleId }) => scheduleId);
    }
}

function byId<T extends { id: string }>(records: Iterable<T>): T[] {
    return [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function byPosition<T extends { id: string; position: number }>(records: Iterable<T>): T[] {
    return byId(records).sort((a, b) => a.position - b.position);
}

function group<T>(records: Iterable<T>, keyOf: (record: T) => string): Map<string, T[]> {
    return Map.groupBy(records, keyOf);
}
