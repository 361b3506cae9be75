import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { collectLog } from '../../testing/logLines.ts';
import { Blocklist } from './blocklist.ts';
import { BlocklistFile } from './blocklistFile.ts';

const LIST = `
# Those who may not book.
spam@example.com
Nuisance@Example.NET   # twice in May
blocked.example
@also-blocked.example
bücher.example
203.0.113.0/24
198.51.100.7
2001:db8:bad::/48
`;

function find(email: string, clientAddress?: string): string | undefined {
    return new Blocklist(LIST).find({ emails: ['guest@fine.example', email], clientAddress });
}

describe('Blocklist', () => {
    it.each([
        ['an address', 'spam@example.com', 'address'],
        ['an address in capitals', 'SPAM@EXAMPLE.COM', 'address'],
        ['an address in capitals in the list', 'nuisance@example.net', 'address'],
        ['an address with something after a plus', 'spam+again@example.com', 'address'],
        ['an address at a domain', 'anybody@blocked.example', 'domain'],
        ['an address below a domain', 'anybody@mail.eu.blocked.example', 'domain'],
        ['an address at a domain written with @', 'anybody@also-blocked.example', 'domain'],
        ['an address at a domain beyond ASCII', 'anybody@xn--bcher-kva.example', 'domain'],
        ['somebody else at the domain of an address', 'ham@example.com', undefined],
        ['a domain that only ends alike', 'anybody@notblocked.example', undefined],
        ['the domain above', 'anybody@example', undefined],
        ['a domain as a name', 'blocked.example@fine.example', undefined]
    ])('finds %s', (_name, email, by) => {
        expect(find(email)).toBe(by);
    });

    it.each([
        ['203.0.113.200', 'network'],
        ['::ffff:203.0.113.200', 'network'],
        ['203.0.114.1', undefined],
        ['198.51.100.7', 'network'],
        ['198.51.100.8', undefined],
        ['2001:db8:bad:1::7', 'network'],
        ['2001:db8:dad::7', undefined],
        ['', undefined],
        ['unknown', undefined]
    ])('looks at the client address %s', (address, by) => {
        expect(find('ada@fine.example', address)).toBe(by);
    });

    it('names every line that is none, and repeats none of them', () => {
        const text = 'fine.example\nnot a domain\n203.0.113.0/33\n\n*.example.com\nada@\nexample\n300.1.1.1';
        const message = (): string => {
            try {
                new Blocklist(text);
            } catch (error) {
                return (error as Error).message;
            }
            return 'nothing is wrong';
        };
        expect(message().match(/line \d+/g)).toEqual(['line 2', 'line 3', 'line 5', 'line 6', 'line 7', 'line 8']);
        expect(message()).not.toContain('ada@');
    });
});

describe('BlocklistFile', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'admit-one-blocklist-'));
    const file = path.join(folder, 'blocklist.txt');
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function open(text: string) {
        writeFileSync(file, text);
        const log = collectLog();
        let now = Date.now();
        const list = new BlocklistFile({ file, logger: pino(log.stream), now: () => new Date(now) });
        const isBlocked = (email: string): boolean =>
            list.current().find({ emails: [email], clientAddress: undefined }) !== undefined;
        return { log, isBlocked, passSeconds: (seconds: number) => (now += seconds * 1000) };
    }

    it('is read again when it changes', () => {
        const { isBlocked, passSeconds } = open('one.example');
        writeFileSync(file, 'one.example\nanother.example');
        passSeconds(6);
        expect([isBlocked('a@one.example'), isBlocked('a@another.example')]).toEqual([true, true]);
    });

    it('stays in force while the file is wrong or gone, and says so once', () => {
        const { log, isBlocked, passSeconds } = open('one.example');
        writeFileSync(file, 'one.example\nsecret person');
        for (let look = 0; look < 3; look += 1) {
            passSeconds(6);
            expect(isBlocked('a@one.example')).toBe(true);
        }
        expect(log.lines).toEqual([expect.objectContaining({ level: 50 })]);
        expect(log.text()).toContain('line 2');
        expect(log.text()).not.toContain('secret person');
        rmSync(file);
        passSeconds(6);
        expect(isBlocked('a@one.example')).toBe(true);
        writeFileSync(file, 'two.example');
        passSeconds(6);
        expect([isBlocked('a@one.example'), isBlocked('a@two.example')]).toEqual([false, true]);
    });

    it('refuses to begin with a wrong line, naming file and line', () => {
        writeFileSync(file, 'fine.example\n?');
        const begin = () => new BlocklistFile({ file, logger: pino({ level: 'silent' }) });
        expect(begin).toThrow(/blocklist\.txt is wrong:\n {2}line 2 must be an e-mail address/);
    });
});
