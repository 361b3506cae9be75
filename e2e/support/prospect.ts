import { expect } from '@playwright/test';
import type { Locator, Page, Response } from '@playwright/test';

/** Who books. */
export interface Person {
    firstName: string;
    lastName: string;
    email: string;
}

let people = 0;

/** Somebody who has not booked yet. */
export function newPerson(lastName = 'Byron'): Person {
    people += 1;
    return { firstName: 'Ada', lastName, email: `ada.${people}@example.com` };
}

/** A prospect's browser on the public pages. */
export class Prospect {
    readonly page: Page;

    constructor(page: Page) {
        this.page = page;
    }

    /** Opens a link and expects its status. */
    async open(url: string, status = 200): Promise<Response> {
        const response = await this.page.goto(url);
        expect(response?.status()).toBe(status);
        return response!;
    }

    /** Opens a link, chooses the first time, fills in the form and books; ends on the confirmation. */
    async book(url: string, person: Person = newPerson()): Promise<void> {
        await this.open(url);
        await this.chooseTime();
        await this.fillIn(person);
        await this.submit();
        await expect(this.heading('Your meeting is booked')).toBeVisible();
    }

    /** Chooses one of the times of the open day. @returns the instant it stands for */
    async chooseTime(index = 0): Promise<string> {
        const radio = this.times.nth(index);
        await radio.check();
        return (await radio.getAttribute('value')) ?? '';
    }

    async fillIn({ firstName, lastName, email }: Person): Promise<void> {
        await this.page.getByLabel('First name').fill(firstName);
        await this.page.getByLabel('Last name').fill(lastName);
        await this.page.getByLabel('Email address').fill(email);
    }

    async submit(): Promise<void> {
        await this.submitButton.click();
    }

    /** The chosen time in words, beside the button. */
    chosenTime(): Promise<string> {
        return this.page.getByText(/^Your time:/).innerText();
    }

    get submitButton(): Locator {
        return this.page.getByRole('button', { name: 'Book this meeting' });
    }

    /** The times of the day that is open. */
    get times(): Locator {
        return this.page.getByRole('radio');
    }

    heading(name: string | RegExp): Locator {
        return this.page.getByRole('heading', { level: 1, name });
    }
}
