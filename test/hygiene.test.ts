import { ownFiles, readText, ROOT } from './support/repository.ts';

const files = ownFiles();
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|zip|pdf)$/;
const HOME = new RegExp(['/home', '/Users', '/root', 'C:\\\\Users'].map((home) => `${home}[\\\\/]\\w`).join('|'));

/** Whether a text names a place on somebody's machine. */
const namesMachine = (text: string): boolean => HOME.test(text) || text.includes(ROOT);

describe('repository', () => {
    it('holds no left-overs of merges', () => {
        expect(files.filter((file) => /\.(rej|orig|bak|swp)$|~$/.test(file))).toEqual([]);
    });

    it('holds no left-overs of the Salesforce CLI and no secrets', () => {
        expect(files.filter((file) => /(^|\/)\.(sf|sfdx|env)(\/|$)|\.(pem|key|crt)$/.test(file))).toEqual([]);
    });

    it('names no place on a machine', () => {
        const texts = files.filter((file) => !BINARY.test(file));
        expect(texts.filter((file) => namesMachine(readText(file)))).toEqual([]);
    });

    it('has no conflict markers', () => {
        const texts = files.filter((file) => !BINARY.test(file));
        expect(texts.filter((file) => /^(<{7} |>{7} )/m.test(readText(file)))).toEqual([]);
    });
});

describe('a place on a machine', () => {
    it.each([`${['', 'home', 'ana'].join('/')}/x`, ['C:', 'Users', 'ana'].join('\\'), `${ROOT}/package.json`])(
        'is recognized in %s',
        (text) => {
            expect(namesMachine(text)).toBe(true);
        }
    );

    it('is not seen in an address of the API', () => {
        expect(namesMachine('/services/data/v66.0/sobjects/User')).toBe(false);
    });
});
