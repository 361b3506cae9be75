import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isLoopback } from '../operations/loopback.ts';

/** Basic authentication sends the password with every request. */
const calendarUrl = z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .transform((text) => new URL(text))
    .refine((url) => url.protocol === 'https:' || isLoopback(url), 'must be https, except on this machine')
    .refine((url) => url.username === '' && url.password === '', 'must not hold a user or password');

const SettingsFile = z.strictObject({
    /** Whether a tentative entry makes its owner busy; it does unless this says `free`. */
    tentative: z.enum(['busy', 'free']).default('busy'),
    calendars: z.array(
        z.strictObject({
            /** User name or e-mail address of the host in Salesforce. */
            host: z.string().min(1),
            /** The calendar's own collection, not the server. */
            url: calendarUrl,
            user: z.string().min(1),
            /** Relative to the settings file. */
            passwordFile: z.string().min(1)
        })
    )
});

/** One calendar of one host. */
export interface CalDavAccount {
    /** User name or e-mail address of the host in Salesforce, in lower case. */
    host: string;
    url: URL;
    user: string;
    password: string;
}

export interface CalDavSettings {
    isTentativeBusy: boolean;
    accounts: CalDavAccount[];
}

/**
 * Reads the file that `CALDAV_CALENDARS_FILE` names, and the password files it names.
 *
 * @throws Error naming everything in it that is missing or wrong
 */
export function readCalDavSettings(file: string): CalDavSettings {
    const parsed = SettingsFile.safeParse(readJson(file));
    if (!parsed.success) throw new Error(`${file} is wrong:\n${z.prettifyError(parsed.error)}`);
    const { tentative, calendars } = parsed.data;
    return {
        isTentativeBusy: tentative === 'busy',
        accounts: calendars.map(({ host, url, user, passwordFile }) => ({
            host: host.toLowerCase(),
            url,
            user,
            password: readFileSync(path.resolve(path.dirname(file), passwordFile), 'utf8').trim()
        }))
    };
}

function readJson(file: string): unknown {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
        throw new Error(`${file} cannot be read as JSON.`, { cause: error });
    }
}
