import type { MailTexts } from './locales/mailTexts.ts';

/** One line of what a mail says about a meeting. */
export interface MailFact {
    label: string;
    /** Several values stand below each other. */
    values: readonly string[];
    /** No longer true. */
    isStruck?: boolean;
}

export interface MailLink {
    label: string;
    href: string;
}

/** Everything a mail says, before it is HTML or text. */
export interface MailView {
    /** BCP 47. */
    locale: string;
    company: string;
    heading: string;
    hello?: string;
    intro: string;
    /** "Intro call"; absent for one-time codes. */
    title?: string;
    facts: readonly MailFact[];
    /** Something the reader should notice before anything else. */
    notice?: string;
    /** Shown large, to be typed. */
    code?: string;
    /** What to do next. */
    action?: MailLink;
    calendars?: readonly MailLink[];
    /** Said below, quietly. */
    notes: readonly string[];
    texts: MailTexts;
}
