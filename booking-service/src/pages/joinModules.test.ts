import { runInNewContext } from 'node:vm';
import { joinModules } from './joinModules.ts';

/** What a joined script says, each word by `say`. */
function run(entry: string, sources: Record<string, string>): unknown[] {
    const said: unknown[] = [];
    const say = (word: unknown): number => said.push(word);
    runInNewContext(joinModules(entry, new Map(Object.entries(sources))), { say });
    return said;
}

describe('joinModules', () => {
    it('hands what one module exports to those that import it', () => {
        const said = run('./main.ts', {
            './main.ts':
                "import { add, One } from './math.ts';\nimport {\n    two as pair\n} from './two.ts';\nsay(add(new One().value, pair));",
            './math.ts': 'export function add(a, b) { return a + b; }\nexport class One { value = 1; }',
            './two.ts': 'export const two = 2;'
        });
        expect(said).toEqual([3]);
    });

    it('runs each module once, after what it imports', () => {
        const said = run('./main.ts', {
            './main.ts': "import { a } from './a.ts';\nimport { b } from './b.ts';\nsay(a + b);",
            './a.ts': "import { b } from './b.ts';\nsay('a');\nexport const a = 'a' + b;",
            './b.ts': "say('b');\nexport const b = 'b';"
        });
        expect(said).toEqual(['b', 'a', 'abb']);
    });

    it('keeps names that modules share apart', () => {
        const said = run('./main.ts', {
            './main.ts': "import { a } from './a.ts';\nfunction name() { return 'main'; }\nsay(a() + name());",
            './a.ts': "function name() { return 'a'; }\nexport function a() { return name(); }"
        });
        expect(said).toEqual(['amain']);
    });

    it('waits for asynchronous functions as they are', () => {
        const joined = joinModules('./a.ts', new Map([['./a.ts', 'export async function a() { await 1; }']]));
        expect(joined).toContain('\nasync function a()');
    });

    it.each([
        ['a default export', 'export default 1;', './a.ts cannot be joined with the others for: export default 1;'],
        ['an import of everything', "import * as b from './b.ts';", './a.ts cannot be joined'],
        ['a list of exports', 'const b = 1;\nexport { b };', './a.ts cannot be joined'],
        ['an import without a module', "import { b } from './b.ts';", 'There is no module ./a.ts > ./b.ts.'],
        ['a circle of imports', "import { a } from './a.ts';", 'Modules import each other: ./a.ts > ./a.ts.']
    ])('refuses %s', (_, source, message) => {
        expect(() => joinModules('./a.ts', new Map([['./a.ts', source]]))).toThrow(message);
    });
});
