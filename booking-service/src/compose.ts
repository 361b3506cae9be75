import type { Express } from 'express';
import type { Logger } from 'pino';
import { createAdmission } from './admission/createAdmission.ts';
import type { AdmissionSettings } from './admission/createAdmission.ts';
import { createApp } from './app.ts';
import { AvailabilityService } from './availability/availabilityService.ts';
import { CalDavCalendar } from './availability/calDavCalendar.ts';
import type { CalDavSettings } from './availability/calDavSettings.ts';
import type { CalendarPort } from './availability/calendar.ts';
import { CalendarCache } from './availability/calendarCache.ts';
import { CombinedCalendar } from './availability/combinedCalendar.ts';
import { OwnMeetings } from './availability/ownMeetings.ts';
import { SalesforceCalendar } from './availability/salesforceCalendar.ts';
import { BookingService } from './bookings/bookingService.ts';
import type { DatabaseConnection } from './database/database.ts';
import { startRetention } from './database/retention.ts';
import { LinkLookup } from './links/linkLookup.ts';
import { LinkService } from './links/linkService.ts';
import { MeetingActionService } from './changes/meetingActionService.ts';
import { MeetingCompletion } from './changes/meetingCompletion.ts';
import { LinkRequestService } from './changes/linkRequestService.ts';
import { LinkRequestStore } from './changes/linkRequestStore.ts';
import { MeetingService } from './changes/meetingService.ts';
import { MeetingStore } from './meetings/meetingStore.ts';
import { DefinitionStore } from './mirror/definitionStore.ts';
import { LocalMailbox } from './mails/localMailbox.ts';
import { MailComposer } from './mails/mailComposer.ts';
import type { MailComposerParts } from './mails/mailComposer.ts';
import { queueResend } from './mails/mailQueue.ts';
import { MailStore } from './mails/mailStore.ts';
import { MailWorker } from './mails/mailWorker.ts';
import type { MailAddress, MailTransport } from './mails/composedMail.ts';
import { OneTimeCodes } from './mails/oneTimeCodes.ts';
import { Mirror } from './mirror/mirror.ts';
import { pollingSlowdown, startMirrorPolling } from './mirror/mirrorPolling.ts';
import { SalesforceReader } from './mirror/salesforceReader.ts';
import { SingleUseLinkStore } from './mirror/singleUseLinkStore.ts';
import { OpeningReporter } from './openings/openingReporter.ts';
import { OpeningStore } from './openings/openingStore.ts';
import { endsWithin } from './operations/endsWithin.ts';
import { createMetrics } from './operations/metrics.ts';
import type { Metrics } from './operations/metrics.ts';
import type { Logo } from './pages/logo.ts';
import { guardClient } from './outbox/guardedClient.ts';
import { MeetingWriter } from './outbox/meetingWriter.ts';
import { OutboxStore } from './outbox/outboxStore.ts';
import { OutboxWorker } from './outbox/outboxWorker.ts';
import { SalesforceBreaker } from './outbox/salesforceBreaker.ts';
import type { SalesforceClient } from './salesforce/salesforceClient.ts';
import { StatusReporter } from './status/statusReporter.ts';

/** What the parts of the service are built from; only `server.ts` and tests decide it. */
export interface Ingredients {
    connection: DatabaseConnection;
    salesforce: SalesforceClient;
    publicUrl: URL;
    trustedProxies: string[];
    hasRateLimits: boolean;
    logger: Logger;
    metrics?: Metrics;
    /** Absent: hosts have no calendars but Salesforce's. */
    calDav?: CalDavSettings | undefined;
    /** Absent: pages show the company's name. */
    logo?: Logo | undefined;
    /** Those who may not book; absent: nobody. */
    blocklist?: AdmissionSettings['blocklist'];
    /** How much a visitor's browser works before it books with a reusable link; absent: nothing. */
    proofOfWorkBits?: number | undefined;
    /** Who sends it may read the metrics; absent: anybody, on a loopback address. */
    metricsToken?: string | undefined;
    /** How mails are sent; absent: they stay in the queue. */
    mails?: MailSettings | undefined;
    /** The clock of every rule that looks at one. */
    now?: () => Date;
}

/** How mails are sent, and what stands in them. */
export interface MailSettings {
    transport: MailTransport;
    from: MailAddress;
    /** When to remind of a meeting whose type does not say, in minutes before it starts. */
    reminderMinutes: number[];
    /** Where people open records. */
    salesforceUrl: string;
}

/** The whole service, put together but not listening. */
export interface Service {
    app: Express;
    mirror: Mirror;
    outbox: OutboxWorker;
    mails: MailWorker | undefined;
    actions: MeetingActionService;
    completion: MeetingCompletion;
    linkRequests: LinkRequestService;
    status: StatusReporter;
    openings: OpeningReporter;
    /** Begins to follow Salesforce and to tell it what was booked. */
    startWork(): void;
    /** Finishes what is in hand; what takes longer than `deadlineMs` is left to other replicas. */
    stopWork(deadlineMs?: number): Promise<void>;
}

/** How long the answer to a meeting action waits for Salesforce to have the meeting as changed. */
const SETTLE_MS = 1_500;

/** The composition root: every part gets exactly what it needs. */
export function compose(ingredients: Ingredients): Service {
    const { connection, logger, now = () => new Date() } = ingredients;
    const { db, pool } = connection;
    const breaker = new SalesforceBreaker(db);
    const salesforce = guardClient({ client: ingredients.salesforce, breaker, db, logger });
    const metrics = ingredients.metrics ?? createMetrics();
    const definitions = new DefinitionStore(connection, logger);
    const singleUseLinks = new SingleUseLinkStore(connection);
    const reader = new SalesforceReader(salesforce);
    const mirror = new Mirror({ db, reader, definitions, singleUseLinks, logger, now });
    const meetings = new MeetingStore(db);
    const lookup = new LinkLookup(reader, singleUseLinks, logger);
    const links = new LinkService({
        mirror,
        definitions,
        singleUseLinks,
        lookup,
        logger,
        now
    });
    const ownMeetings = new OwnMeetings(connection);
    const availability = new AvailabilityService({
        definitions,
        ownMeetings,
        now,
        calendars: new CalendarCache({
            db,
            calendar: composeCalendar({ ...ingredients, salesforce }, ownMeetings),
            logger,
            cacheHours: async () => (await definitions.lately()).cacheHours(),
            now
        })
    });
    const outboxStore = new OutboxStore(db);
    const outbox = new OutboxWorker({
        store: outboxStore,
        meetings,
        writer: new MeetingWriter({
            client: salesforce,
            definitions,
            claims: meetings,
            logger
        }),
        logger
    });
    const codes = new OneTimeCodes(db);
    const mails = composeMails(ingredients, { meetings, definitions, codes, metrics });
    const wakeWorkers = (): void => {
        outbox.wake();
        mails?.wake();
    };
    const admission = createAdmission(ingredients);
    const bookings = new BookingService({
        connection,
        admission,
        links,
        availability,
        meetings,
        now,
        reminderMinutes: ingredients.mails?.reminderMinutes ?? [],
        codes,
        onCodeRequested: () => mails?.wake(),
        onBooked: wakeWorkers,
        onOutcome: (outcome) => metrics.countBooking(outcome)
    });
    const meetingService = new MeetingService({
        db,
        meetings,
        availability,
        definitions,
        now,
        onChanged: wakeWorkers
    });
    const actions = new MeetingActionService({
        db,
        client: salesforce,
        meetings,
        definitions,
        retrySync: (uid) => outboxStore.unpark(uid),
        settle: () => {
            mails?.wake();
            return outbox.settle(SETTLE_MS);
        },
        logger,
        now
    });
    const completion = new MeetingCompletion({ db, client: salesforce, logger, now });
    const linkRequests = new LinkRequestService({
        store: new LinkRequestStore(db),
        client: salesforce,
        singleUseLinks,
        definitions,
        publicUrl: ingredients.publicUrl,
        logger,
        now
    });
    /** Whatever can wait gives way first when the org's API calls are scarce. */
    const slowdown = () => pollingSlowdown(salesforce.apiUsage());
    const status = new StatusReporter({
        db,
        client: salesforce,
        serviceUrl: ingredients.publicUrl.origin,
        callsMade: () => metrics.salesforceCalls(),
        slowdown,
        logger
    });
    const openings = new OpeningReporter({
        store: new OpeningStore(db),
        client: salesforce,
        slowdown,
        logger
    });
    mirror.onPolled(async () => {
        await Promise.all([actions.look(), completion.complete(), linkRequests.drain()]);
    });
    metrics.watchOutbox(() => outboxStore.backlog());
    metrics.watchMirror(() => mirror.polledAt());
    metrics.watchOrgCalls(() => salesforce.apiUsage());
    const app = createApp({
        ...ingredients,
        metrics,
        pool,
        links,
        availability,
        bookings,
        admission,
        meetingService,
        linkRequests,
        onHint: (recordId) => (status.isAbout(recordId) ? status.report({ isAsked: true }) : actions.look()),
        definitions,
        noteOpening: (...opening) => openings.note(...opening),
        sendsMails: mails !== undefined,
        mailbox: ingredients.mails?.transport instanceof LocalMailbox ? ingredients.mails.transport : undefined,
        resend: async (tokenHash, locale) => {
            await queueResend(db, tokenHash, locale);
            mails?.wake();
        }
    });
    let polling: { stop(): Promise<void> } | undefined;
    let retention: { stop(): Promise<void> } | undefined;
    return {
        app,
        mirror,
        outbox,
        mails,
        actions,
        completion,
        linkRequests,
        status,
        openings,
        startWork() {
            polling ??= startMirrorPolling(mirror, logger, { slowdown });
            retention ??= startRetention({
                db,
                logger,
                onPruned: (table, rows) => metrics.countPruned(table, rows),
                now
            });
            outbox.start();
            mails?.start();
            status.start();
            openings.start();
        },
        async stopWork(deadlineMs = Infinity) {
            // Whatever of these hangs, in Salesforce or at the mail server, another replica takes up again.
            const others = Promise.all([
                polling?.stop(),
                retention?.stop(),
                mails?.stop(),
                openings.stop(),
                status.stop()
            ]);
            await Promise.all([outbox.stop(deadlineMs), endsWithin(others, deadlineMs)]);
        }
    };
}

function composeMails(
    { connection, logger, publicUrl, mails, now }: Ingredients,
    parts: Pick<MailComposerParts, 'meetings' | 'definitions' | 'codes'> & { metrics: Metrics }
): MailWorker | undefined {
    const store = new MailStore(connection.db);
    parts.metrics.watchMails(() => store.backlog());
    if (!mails) return undefined;
    const { transport, from, salesforceUrl } = mails;
    return new MailWorker({
        store,
        composer: new MailComposer({
            ...parts,
            db: connection.db,
            publicUrl,
            from,
            salesforceUrl,
            ...(now && { now })
        }),
        transport,
        logger,
        onOutcome: (outcome) => parts.metrics.countMail(outcome)
    });
}

function composeCalendar({ salesforce, calDav, logger }: Ingredients, meetings: OwnMeetings): CalendarPort {
    const events = new SalesforceCalendar(salesforce, meetings);
    if (!calDav) return events;
    return new CombinedCalendar([events, new CalDavCalendar({ settings: calDav, meetings, logger })]);
}
