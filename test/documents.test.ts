import { filesBelow, exists, readJson, readText, ROOT } from './support/repository.ts';
import { scriptsNamedIn } from './support/scripts.ts';

const scripts = Object.keys(readJson('package.json')['scripts'] as Record<string, string>);
const readIfThere = (file: string): string => (exists(file) ? readText(file) : '');

describe('architecture decisions', () => {
    it('are all listed in the index', () => {
        const index = readText('docs/adr/README.md');
        const records = filesBelow(`${ROOT}/docs/adr`).filter((file) => file !== 'README.md');
        expect(records.filter((file) => !index.includes(file))).toEqual([]);
    });

    it('are numbered one by one', () => {
        const records = filesBelow(`${ROOT}/docs/adr`).filter((file) => file !== 'README.md');
        const numbers = records.map((file) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
        expect(numbers).toEqual(records.map((_, index) => index + 1));
    });
});

describe('README', () => {
    it('tells people to run only scripts that exist', () => {
        expect(scriptsNamedIn(readText('README.md')).filter((name) => !scripts.includes(name))).toEqual([]);
    });

    it('leaves no script unexplained, together with CONTRIBUTING', () => {
        const named = scriptsNamedIn(readIfThere('README.md') + readIfThere('CONTRIBUTING.md'));
        expect(scripts.filter((name) => !named.includes(name))).toEqual([]);
    });

    it('links only to files that exist', () => {
        const links = [...readText('README.md').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
            ([, to = '']) => to
        );
        expect(links.filter((to) => !exists(to))).toEqual([]);
    });
});

describe('scripts named in a text', () => {
    it('are found in each way of calling them', () => {
        const text = 'Run `npm start`, `npm run lint` or `npm run -s link -- julio-intro`; not `npm ci`.';
        expect(scriptsNamedIn(text)).toEqual(['lint', 'link', 'start']);
    });

    it('are not guessed from other words', () => {
        expect(scriptsNamedIn('pnpm started testing')).toEqual([]);
    });
});
