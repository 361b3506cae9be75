import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCalDavSettings } from './calDavSettings.ts';

const CALENDAR = {
    host: 'Julio@nexora.example',
    url: 'https://cloud.example.com/dav/julio/',
    user: 'julio',
    passwordFile: 'julio.password'
};

describe('readCalDavSettings', () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'admit-one-caldav-'));
        writeFileSync(path.join(folder, 'julio.password'), 'secret\n');
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const read = (content: unknown) => {
        const file = path.join(folder, 'calendars.json');
        writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
        return readCalDavSettings(file);
    };

    it('reads calendars and the passwords beside them', () => {
        expect(read({ tentative: 'free', calendars: [CALENDAR] })).toEqual({
            isTentativeBusy: false,
            accounts: [{ host: 'julio@nexora.example', url: new URL(CALENDAR.url), user: 'julio', password: 'secret' }]
        });
        expect(read({ calendars: [] }).isTentativeBusy).toBe(true);
    });

    it.each([
        ['plain http to another machine', { ...CALENDAR, url: 'http://cloud.example.com/' }, 'calendars[0].url'],
        ['a password in the URL', { ...CALENDAR, url: 'https://julio:secret@cloud.example.com/' }, 'calendars[0].url'],
        ['a missing host', { ...CALENDAR, host: undefined }, 'calendars[0].host'],
        ['an unknown field', { ...CALENDAR, password: 'secret' }, 'password']
    ])('refuses %s and names it', (_, calendar, named) => {
        expect(() => read({ calendars: [calendar] })).toThrow(named);
    });

    it('refuses a file that is no JSON, and a password file that is missing', () => {
        expect(() => read('{')).toThrow('cannot be read as JSON');
        expect(() => read({ calendars: [{ ...CALENDAR, passwordFile: 'none' }] })).toThrow('ENOENT');
    });
});
