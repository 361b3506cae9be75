import type { BoundRecord } from '../../force-app/main/default/lwc/linkApi/newSingleUseLink.ts';
import type { SessionState } from './background/session.ts';
import { Problem, PROBLEM_CODES, type ProblemCode } from './problem.ts';
import type { OwnedLink } from './salesforce/bookingLinks.ts';
import type { TodaysMeeting } from './salesforce/meetings.ts';
import type { NamedRecord } from './salesforce/records.ts';
import type { UnusedLink } from './salesforce/singleUseLinks.ts';
import { isRecord } from './storage.ts';

/** Links as a page shows them. */
export interface LinkList {
    /** Recently used first, then by name. */
    links: OwnedLink[];
    /** Set when these are what was read last, and why no newer ones came. */
    staleBecause?: ProblemCode;
}

/** What the open tab shows. */
export interface TabView {
    /** The record on screen, of the user's own org. */
    record?: NamedRecord;
    /** Whether people can be looked for in the page. */
    canFindPeople: boolean;
}

/** A link that was made and could not be put where it belongs, or a failure, of a menu that has no page to say it. */
export interface Leftover {
    url?: string;
    problem: ProblemCode;
    detail: string;
}

/** The whole conversation between our pages and the service worker. */
export interface Messages {
    getSession: { input: undefined; output: SessionState };
    signIn: { input: undefined; output: SessionState };
    signOut: { input: undefined; output: undefined };
    listLinks: { input: undefined; output: LinkList };
    mintSingleUseLink: { input: { linkId: string; record?: BoundRecord }; output: { url: string } };
    noteUse: { input: { linkId: string }; output: undefined };
    viewTab: { input: undefined; output: TabView };
    findPeople: { input: undefined; output: NamedRecord[] };
    listUnusedLinks: { input: undefined; output: UnusedLink[] };
    revokeLink: { input: { id: string }; output: undefined };
    listTodaysMeetings: { input: undefined; output: TodaysMeeting[] };
    getLeftover: { input: undefined; output: Leftover | undefined };
    dismissLeftover: { input: undefined; output: undefined };
}

export type MessageName = keyof Messages;

/** One answer for each message. */
export type MessageHandlers = {
    [Name in MessageName]: (input: Messages[Name]['input']) => Promise<Messages[Name]['output']>;
};

/** A message on its way. */
export interface Envelope {
    name: string;
    input: unknown;
}

/** What comes back: a value, or a problem by its code, since errors lose their class on the way. */
export type Reply = { value: unknown } | { problem: { code: ProblemCode; detail: string } };

/** Asks the service worker. @throws Problem what the service worker could not do */
export async function ask<Name extends MessageName>(
    name: Name,
    ...[input]: Messages[Name]['input'] extends undefined ? [] : [Messages[Name]['input']]
): Promise<Messages[Name]['output']> {
    const reply = await chrome.runtime.sendMessage({ name, input } satisfies Envelope);
    if (isRecord(reply) && isRecord(reply['problem'])) {
        const { code, detail } = reply['problem'];
        throw new Problem(PROBLEM_CODES.find((known) => known === code) ?? 'unexpected', String(detail));
    }
    // The router answers by the same table.
    return (isRecord(reply) ? reply['value'] : undefined) as Messages[Name]['output'];
}
