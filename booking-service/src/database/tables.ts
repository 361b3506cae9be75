import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type {
    Actor,
    MailAudience,
    MailKind,
    MeetingSnapshot,
    MeetingStatus,
    StoredLinkType
} from '../meetings/meeting.ts';
import type { Interval } from '../scheduling/intervals.ts';

type Timestamp = ColumnType<Date, Date | string, Date | string>;
type NullableTimestamp = ColumnType<Date | null, Date | string | null, Date | string | null>;
/** `[from,to)` ranges are written and compared in SQL; what is read back is their text. */
type Range = ColumnType<string, never, never>;
/** bigint: the driver is told to read it as a number (all of ours stay far below 2^53). */
type Bigint = ColumnType<number, number, number>;

export interface DefinitionsTable {
    object_name: string;
    id: string;
    fields: JSONColumnType<Record<string, unknown>>;
    system_modstamp: Timestamp;
    is_deleted: Generated<boolean>;
    version: Bigint;
}

export interface MirrorWatermarksTable {
    object_name: string;
    system_modstamp: Timestamp;
}

export interface MirrorStateTable {
    is_only_row: Generated<boolean>;
    version: Bigint;
    polled_at: NullableTimestamp;
    organization_id: string | null;
    poll_lease: Generated<number>;
    poll_leased_until: NullableTimestamp;
    found_organization_id: string | null;
}

export interface SingleUseLinksTable {
    token_hash: string;
    id: string;
    booking_link_id: string;
    owner_id: string;
    lead_id: string | null;
    contact_id: string | null;
    account_id: string | null;
    opportunity_id: string | null;
    case_id: string | null;
    recipient_email: string | null;
    expires_at: NullableTimestamp;
    revoked_at: NullableTimestamp;
    claimed_by_uid: string | null;
    is_deleted: Generated<boolean>;
    system_modstamp: Timestamp;
    prospect: ColumnType<unknown, string | null, string | null>;
    read_at: Timestamp;
}

export interface LinkRequestsTable {
    id: Generated<string>;
    token_hash: string;
    asked_on: ColumnType<Date, string, never>;
    asked_at: Generated<Date>;
    done_at: NullableTimestamp;
    attempts: Generated<number>;
    next_attempt_at: Generated<Date>;
    error: string | null;
}

export interface HostCalendarsTable {
    host_id: string;
    covers: Range;
    busy: JSONColumnType<Interval[]>;
    read_at: Timestamp;
}

export interface HostVersionsTable {
    host_id: string;
    version: Bigint;
    calendar_version: Bigint;
}

export interface MeetingsTable {
    uid: string;
    revision: Generated<number>;
    status: MeetingStatus;
    starts_at: Timestamp;
    ends_at: Timestamp;
    time_zone: string;
    link_type: StoredLinkType;
    token_hash: string | null;
    booking_link_id: string;
    meeting_type_id: string;
    snapshot: JSONColumnType<MeetingSnapshot>;
    manage_token_hash: string;
    salesforce_id: string | null;
    salesforce_event_id: string | null;
    booked_at: ColumnType<Date, Date | undefined, never>;
    changed_at: ColumnType<Date, Date | undefined, Date>;
    reschedule_count: Generated<number>;
    prospect_reschedule_count: Generated<number>;
    canceled_at: NullableTimestamp;
    canceled_by: Actor | null;
    cancel_reason: string | null;
    no_show_at: NullableTimestamp;
    claim_released_at: NullableTimestamp;
}

export interface RetiredManageTokensTable {
    token_hash: string;
    meeting_uid: string;
    retired_at: ColumnType<Date, never, never>;
}

export interface MeetingChangesTable {
    meeting_uid: string;
    revision: number;
    kind: string;
    actor: Actor | 'service';
    actor_id: string | null;
    reason: string | null;
    details: JSONColumnType<Record<string, unknown>>;
    changed_at: ColumnType<Date, Date | undefined, never>;
}

export interface ChangeKeysTable {
    key_hash: string;
    request_hash: string;
    meeting_uid: string;
    sealed_manage_token: Buffer;
    created_at: ColumnType<Date, never, never>;
}

export interface MeetingActionsTable {
    id: string;
    result: 'Done' | 'Refused';
    error: string | null;
    done_at: ColumnType<Date, never, never>;
}

export interface SalesforceBreakerTable {
    is_only_row: Generated<boolean>;
    reason: string | null;
    opened_at: NullableTimestamp;
    open_until: NullableTimestamp;
}

export interface ReplicasTable {
    id: string;
    name: string;
    started_at: Timestamp;
    seen_at: Timestamp;
}

export interface LinkOpeningsTable {
    token_hash: string;
    first_scanner_at: NullableTimestamp;
    first_person_at: NullableTimestamp;
    is_scanner_told: Generated<boolean>;
    is_person_told: Generated<boolean>;
    is_waiting: ColumnType<boolean, never, never>;
    attempts: Generated<number>;
    next_attempt_at: ColumnType<Date, Date | undefined, Date>;
    noticed_at: ColumnType<Date, never, never>;
}

export interface ClaimsTable {
    token_hash: string;
    meeting_uid: string;
    claimed_at: ColumnType<Date, never, never>;
}

export interface HostReservationsTable {
    meeting_uid: string;
    host_id: string;
    came_from: string;
    during: Range;
}

export interface IdempotencyKeysTable {
    key_hash: string;
    request_hash: string;
    meeting_uid: string;
    sealed_manage_token: Buffer;
    created_at: ColumnType<Date, never, never>;
}

export interface OutboxTable {
    meeting_uid: string;
    wanted_revision: number;
    done_revision: Generated<number>;
    attempts: Generated<number>;
    next_attempt_at: ColumnType<Date, Date | undefined, Date>;
    lease: Generated<number>;
    leased_until: NullableTimestamp;
    parked_at: NullableTimestamp;
    error_code: string | null;
    error_field: string | null;
    error_message: string | null;
    waiting_since: ColumnType<Date, Date | undefined, Date>;
}

export interface MailJobsTable {
    id: Generated<string>;
    meeting_uid: string | null;
    revision: number;
    kind: MailKind;
    part: Generated<string>;
    audience: MailAudience;
    recipient: string;
    recipient_id: string | null;
    locale: string | null;
    token_hash: string | null;
    state: Generated<'waiting' | 'sending' | 'sent' | 'bounced' | 'dropped'>;
    next_attempt_at: ColumnType<Date, Date | undefined, Date>;
    attempts: Generated<number>;
    lease: Generated<number>;
    handed_over_at: NullableTimestamp;
    sent_at: NullableTimestamp;
    bounced_at: NullableTimestamp;
    error_code: string | null;
    error_message: string | null;
    created_at: ColumnType<Date, never, never>;
}

export interface MailTokensTable {
    token_hash: string;
    meeting_uid: string;
    stands_for: string;
    created_at: ColumnType<Date, never, never>;
}

export interface EmailCodesTable {
    token_hash: string;
    email: string;
    salt: Buffer;
    code_hash: Buffer;
    expires_at: Timestamp;
    attempts: Generated<number>;
}

export interface LocalMailsTable {
    id: Generated<number>;
    message_id: string;
    recipient: string;
    subject: string;
    html: string;
    plain: string;
    source: Buffer;
    received_at: ColumnType<Date, never, never>;
}

export interface SigningKeysTable {
    name: string;
    key: Buffer;
    created_at: Generated<Date>;
}

export interface SpentChallengesTable {
    nonce: string;
    attempt_id: string;
    spent_at: Generated<Date>;
}

/** Every table of `booking-service/migrations`, as Kysely sees it. */
export interface Database {
    definitions: DefinitionsTable;
    mirror_watermarks: MirrorWatermarksTable;
    mirror_state: MirrorStateTable;
    single_use_links: SingleUseLinksTable;
    link_requests: LinkRequestsTable;
    host_calendars: HostCalendarsTable;
    host_versions: HostVersionsTable;
    meetings: MeetingsTable;
    claims: ClaimsTable;
    host_reservations: HostReservationsTable;
    idempotency_keys: IdempotencyKeysTable;
    outbox: OutboxTable;
    retired_manage_tokens: RetiredManageTokensTable;
    meeting_changes: MeetingChangesTable;
    change_keys: ChangeKeysTable;
    meeting_actions: MeetingActionsTable;
    salesforce_breaker: SalesforceBreakerTable;
    mail_jobs: MailJobsTable;
    mail_tokens: MailTokensTable;
    email_codes: EmailCodesTable;
    local_mails: LocalMailsTable;
    replicas: ReplicasTable;
    link_openings: LinkOpeningsTable;
    signing_keys: SigningKeysTable;
    spent_challenges: SpentChallengesTable;
}
