import type { Insertion } from '../content/insertion.ts';
import type { Leftover } from '../messages.ts';
import { toProblem, type Problem } from '../problem.ts';
import type { OwnedLink } from '../salesforce/bookingLinks.ts';
import type { BoundRecord } from '../../../force-app/main/default/lwc/linkApi/newSingleUseLink.ts';

/** What an entry of the menu does, and with which link. */
export interface MenuAction {
    kind: 'insert' | 'insertTimes';
    linkId: string;
}

interface Parts {
    /** The links to choose from. */
    book: { get(linkId: string): Promise<OwnedLink>; mint(linkId: string, record?: BoundRecord): Promise<string> };
    /** The field that was clicked. */
    field: { expectEditable(): Promise<void>; insert(insertion: Insertion): Promise<void> };
    /** The lines that suggest times, for a link by its URL. */
    suggestTimes: (url: string) => Promise<string[]>;
}

/**
 * Inserts a new single-use link into the clicked field.
 * @returns what is left to tell the user, undefined when all went well; never throws, since a menu has no page
 */
export async function insertFromMenu({ kind, linkId }: MenuAction, parts: Parts): Promise<Leftover | undefined> {
    const { book, field } = parts;
    let url: string | undefined;
    try {
        // Before a link is made: nobody wants one that lands nowhere.
        await field.expectEditable();
        const { name, meetingTypeTitle } = await book.get(linkId);
        url = await book.mint(linkId);
        const times = kind === 'insertTimes' ? await timesOrProblem(parts, url) : { lines: [] };
        await field.insert({ url, linkText: meetingTypeTitle || name, lines: times.lines });
        return times.problem && leftover(times.problem);
    } catch (error) {
        return leftover(toProblem(error), url);
    }
}

/** Without times the link is still worth inserting. */
async function timesOrProblem({ suggestTimes }: Parts, url: string): Promise<{ lines: string[]; problem?: Problem }> {
    try {
        return { lines: await suggestTimes(url) };
    } catch (error) {
        return { lines: [], problem: toProblem(error) };
    }
}

function leftover({ code, detail }: Problem, url?: string): Leftover {
    return { problem: code, detail, ...(url !== undefined && { url }) };
}
