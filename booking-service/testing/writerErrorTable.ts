import { markdownTable } from '../../dev-org/src/docs/markdown.ts';
import { SalesforceError, SalesforceNetworkError, SalesforceSignInError } from '../src/salesforce/errors.ts';

/** Parts of the writer's calls, by their reference ids, in the order they are sent. */
export const STEPS = ['meeting', 'link', 'events', 'event', 'eventId'] as const;
export type Step = (typeof STEPS)[number];

/** Written at once in spite of it, tried again soon, or set aside with a note on the record. */
export type Outcome = 'written' | 'waiting' | 'parked';

/** What goes wrong, and what is specified to happen. */
export interface WriterFailure {
    code: string;
    /** The part alone is refused, or the whole call that it is in gets no answer but this. */
    of: 'part' | 'call';
    outcome: Outcome;
    /** Steps at which something else happens. */
    except?: Partial<Record<Step, Outcome>>;
    /** Why, for the document. */
    because: string;
    error(): Error;
}

const refused = (code: string): Error => new SalesforceError(code, 'Der Vorgang konnte nicht ausgeführt werden.');

function failures(
    codes: string[],
    rest: Pick<WriterFailure, 'outcome' | 'because'> & Partial<WriterFailure>
): WriterFailure[] {
    return codes.map((code) => ({ code, of: 'part', error: () => refused(code), ...rest }));
}

const AWAY = 'passes by itself: tried again after 1, 2, 4 … seconds up to 15 minutes, without end';
const STOPPED = 'nothing is sent for a while, by any replica: the breaker is open';
const RESOLVED = 'the records are looked up again: a converted Lead is its Contact, what is gone is left out';

/** Every code of Salesforce that the writer may meet, and one that nobody knows. */
export const WRITER_FAILURES: readonly WriterFailure[] = [
    ...failures(
        [
            ...['UNABLE_TO_LOCK_ROW', 'QUERY_TIMEOUT', 'SERVER_UNAVAILABLE', 'REQUEST_RUNNING_TOO_LONG'],
            ...['UNKNOWN_EXCEPTION', 'PROCESSING_HALTED', 'ALL_OR_NONE_OPERATION_ROLLED_BACK', 'INVALID_SESSION_ID'],
            ...['ERROR_HTTP_420', 'ERROR_HTTP_500', 'ERROR_HTTP_503']
        ],
        { outcome: 'waiting', because: AWAY }
    ),
    ...['SF_TIMEOUT', 'ECONNRESET', 'SF_UNREADABLE'].map((code): WriterFailure => ({
        code,
        of: 'call',
        outcome: 'waiting',
        because: AWAY,
        error: () => new SalesforceNetworkError(code, 'No answer.', { isAmbiguous: true })
    })),
    ...failures(['ERROR_HTTP_502', 'ERROR_HTTP_503'], { of: 'call', outcome: 'waiting', because: AWAY }),
    ...failures(['REQUEST_LIMIT_EXCEEDED'], { of: 'call', outcome: 'waiting', because: STOPPED }),
    ...['invalid_grant', 'INVALID_SESSION_ID'].map((code): WriterFailure => ({
        code,
        of: 'call',
        outcome: 'waiting',
        because: STOPPED,
        error: () => new SalesforceSignInError(code, 'Not let in.')
    })),
    ...failures(['INVALID_EMAIL_ADDRESS'], { outcome: 'written', because: 'the address moves to the notes' }),
    ...failures(
        [
            ...['INVALID_CROSS_REFERENCE_KEY', 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'ENTITY_IS_DELETED'],
            ...['CANNOT_UPDATE_CONVERTED_LEAD', 'FIELD_INTEGRITY_EXCEPTION']
        ],
        { outcome: 'written', because: RESOLVED }
    ),
    ...failures(['INACTIVE_OWNER_OR_USER'], {
        outcome: 'written',
        because: 'the fallback owner of the settings has it, else the service’s own user'
    }),
    ...failures(['NOT_FOUND'], {
        outcome: 'parked',
        except: { link: 'written' },
        because: 'a link that was deleted has nothing to be marked; anything else is not there for the service to see'
    }),
    ...failures(
        [
            ...['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'REQUIRED_FIELD_MISSING', 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
            ...['INVALID_FIELD', 'INVALID_TYPE', 'INVALID_FIELD_FOR_INSERT_UPDATE', 'INSUFFICIENT_ACCESS_OR_READONLY']
        ],
        { outcome: 'parked', because: 'only an admin can change the org or the permissions' }
    ),
    ...failures(
        [
            ...['STRING_TOO_LONG', 'NUMBER_OUTSIDE_VALID_RANGE', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
            ...['JSON_PARSER_ERROR', 'MALFORMED_ID', 'MALFORMED_QUERY', 'MULTIPLE_CHOICES', 'DELETE_FAILED']
        ],
        { outcome: 'parked', because: 'cut and checked before it is sent, so a fault of ours or another schema' }
    ),
    ...failures(['ERROR_HTTP_412'], { outcome: 'parked', because: 'the service sends no preconditions' }),
    ...failures(['DUPLICATE_VALUE'], { outcome: 'parked', because: 'another meeting has the one use of the link' }),
    ...failures(['DUPLICATES_DETECTED'], {
        outcome: 'parked',
        because: 'a duplicate rule on the org’s own Meeting or Event; for a new Lead the match is used instead'
    }),
    ...failures(['A_CODE_OF_A_LATER_RELEASE'], { outcome: 'parked', because: 'seen by an admin instead of guessed at' })
];

/** What is specified for a failure at a step. */
export const outcomeAt = ({ outcome, except }: WriterFailure, step: Step): Outcome => except?.[step] ?? outcome;

/** What happened, by failure and step. */
export interface Observation {
    failure: WriterFailure;
    outcomes: Record<Step, Outcome>;
}

const INTRODUCTION = `# What the writer does about each error

Written by \`npm run docs:writer-errors\` from a run of the real writer against the dev org, and a test fails when it is out of date. Each failure strikes each step once:

- **meeting**: the upsert of \`Meeting__c\` by \`BookingUid__c\`
- **link**: the use of \`SingleUseLink__c\`, in the same call
- **events**: the look for the meeting's Events, in that call and the next
- **event**: the Event
- **eventId**: its id on the meeting, in the same call as the Event

*written*: Salesforce had the meeting at once all the same. *waiting*: tried again by itself. *parked*: the meeting is set aside, shown on Sync Health with the code, tried again every hour and on **Retry**. In **every** case the meeting and one Event were there an hour later, without a note of the error. Codes decide; the texts were German.`;

/** Writes docs/writer-errors.md. */
export function describeWriterErrors(observations: readonly Observation[]): string {
    const rows = observations.map(({ failure, outcomes }) => [
        `\`${failure.code}\``,
        failure.of,
        ...STEPS.map((step) => outcomes[step]),
        failure.because
    ]);
    return `${[INTRODUCTION, markdownTable(['code', 'of the', ...STEPS, 'because'], rows)].join('\n\n')}\n`;
}
