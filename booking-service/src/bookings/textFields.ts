import { z } from 'zod';

/** Control characters have no place in a name and break databases, mails and calendar files. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const CONTROL_BUT_NEWLINE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/;
/** Marks that turn the direction of text, and characters that show nothing: with them a name is not what it seems. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const text = (longest: number, forbidden: RegExp, message: string) =>
    z
        .string()
        .overwrite((value) => value.replace(UNSEEN, ''))
        .trim()
        .max(longest, `must be at most ${longest} characters`)
        .refine((value) => !forbidden.test(value), message)
        .refine((value) => value.isWellFormed(), 'must be valid Unicode text');

/** Text of one line, without what cannot be seen. */
export const line = (longest: number) => text(longest, CONTROL, 'must not contain control characters or line breaks');

/** Text of any number of lines, without what cannot be seen. */
export const lines = (longest: number) => text(longest, CONTROL_BUT_NEWLINE, 'must not contain control characters');

/** A line in which there is something to read. */
export const requiredLine = (longest: number) =>
    line(longest)
        .min(1, 'is required')
        .refine((value) => value === '' || VISIBLE.test(value), 'is required');

/** A line that may be left out; an empty one counts as left out. */
export const optionalLine = (longest: number) =>
    line(longest)
        .optional()
        .transform((value) => value || undefined);
