import { expect } from '@playwright/test';
import type { Download, Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { bookByApi } from './service.ts';
import { newPerson } from './prospect.ts';
import type { Person } from './prospect.ts';
import { connectAs, meetingsOf, mintLink } from './salesforce.ts';
import type { Crm } from './crm.ts';

/** How long a change may take when the service finds it by its poll and not by the hint. */
const CHANGE_MS = 40_000;

/** A meeting that Salesforce knows of. */
export interface LoggedMeeting {
    id: string;
    person: Person;
    url: string;
}

/** Books through a new single-use link for a Lead and waits until Salesforce has the meeting. */
export async function bookForLead(slug: string, leadId: string, person: Person | string): Promise<LoggedMeeting> {
    const booker = typeof person === 'string' ? newPerson(person) : person;
    const { url } = await mintLink(slug, { Lead__c: leadId });
    await bookByApi(url, booker);
    await expect.poll(() => meetingsOf(booker.lastName), { timeout: 30_000 }).toHaveLength(1);
    const [meeting] = await meetingsOf(booker.lastName);
    return { id: String(meeting?.['Id']), person: booker, url };
}

/** The Lead of this name. @returns its id */
export async function findLead(name: string): Promise<string> {
    const [lead] = await connectAs('julio').query(`SELECT Id FROM Lead WHERE Name = '${name}'`);
    return String(lead?.['Id']);
}

/** Lets a meeting begin in a moment: a host may move it to any time to come. Waits until it has begun. */
export async function letBegin(meetingId: string): Promise<void> {
    const startsAt = new Date(Date.now() + 5_000);
    const julio = connectAs('julio');
    const id = await julio.create('MeetingAction__c', {
        Meeting__c: meetingId,
        Kind__c: 'Reschedule',
        NewStartsAt__c: startsAt.toISOString()
    });
    const [action] = await julio.query(`SELECT HintUrl__c FROM MeetingAction__c WHERE Id = '${id}'`);
    await fetch(String(action?.['HintUrl__c']), { method: 'POST', body: JSON.stringify({ recordId: id }) });
    const read = async (): Promise<unknown> =>
        (await julio.query(`SELECT Result__c FROM MeetingAction__c WHERE Id = '${id}'`))[0]?.['Result__c'];
    await expect.poll(read, { timeout: CHANGE_MS }).toBe('Done');
    await expect.poll(() => Date.now()).toBeGreaterThan(startsAt.getTime());
}

/** The cells of a CSV file (RFC 4180, all of them quoted) by line. */
export async function readCsv(download: Download): Promise<string[][]> {
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    const lines = text.slice(1).split('\r\n').slice(0, -1);
    return lines.map((line) =>
        [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))
    );
}

/** Meeting Logs, as a page or on a record, in a browser. */
export class MeetingLogs {
    readonly crm: Crm;

    constructor(crm: Crm) {
        this.crm = crm;
    }

    get page(): Page {
        return this.crm.page;
    }

    get card(): Locator {
        return this.crm.card('Meeting Logs');
    }

    get dialog(): Locator {
        return this.page.getByRole('dialog');
    }

    /** Narrows the list to what holds these words, and waits until the rows of before have gone. */
    async search(words: string): Promise<void> {
        await this.card.getByLabel('Search prospects, meeting types and hosts').fill(words);
        const meetings = this.card
            .getByRole('row')
            .filter({ has: this.page.getByRole('button', { name: /show actions/i }) });
        await expect(meetings.filter({ hasNotText: words })).toHaveCount(0);
    }

    /** Opens the dialog of a row's action. Rows that come in the meantime close an open menu, as they do for people. */
    async choose(who: string, action: string): Promise<void> {
        const menu = this.crm.meetingRows(who).getByRole('button', { name: /show actions/i });
        await expect(async () => {
            await menu.click();
            await this.page.getByRole('menuitem', { name: action, exact: true }).click({ timeout: 1_000 });
            await expect(this.dialog).toBeVisible({ timeout: 5_000 });
        }).toPass({ timeout: 30_000 });
    }

    /** Confirms the open dialog and waits until the row says so; tells how long that took, for whoever reads the output. */
    async confirm(who: string, action: string, shows: string | RegExp): Promise<void> {
        const startedAt = Date.now();
        await this.dialog.getByRole('button', { name: action, exact: true }).click();
        await expect(this.crm.meetingRows(who)).toContainText(shows, { timeout: CHANGE_MS });
        console.log(`  ${action}: the row shows it after ${Date.now() - startedAt} ms`);
        await expect(this.dialog).toHaveCount(0);
    }
}
