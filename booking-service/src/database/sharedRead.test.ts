import { SharedRead } from './sharedRead.ts';

describe('SharedRead', () => {
    let asked: string[][];
    let stored: number;
    let release: (() => void)[];

    beforeEach(() => {
        asked = [];
        stored = 1;
        release = [];
    });

    /** Answers with what is stored when the query runs, once it is released. */
    const shared = () =>
        new SharedRead<string, number>((keys) => {
            asked.push(keys);
            const found = new Map(keys.map((key) => [key, stored]));
            return new Promise((resolve) => release.push(() => resolve(found)));
        });
    const settle = () => new Promise((resolve) => setImmediate(resolve));

    it('asks once for all who ask together', async () => {
        const read = shared();
        const answers = [read.read(['a']), read.read(['b', 'a']), read.read(['c'])];
        await settle();
        release[0]?.();
        expect((await Promise.all(answers)).map((found) => found.get('a'))).toEqual([1, 1, 1]);
        expect(asked).toEqual([['a', 'b', 'c']]);
    });

    it('gives nobody an answer that was on its way when they asked', async () => {
        const read = shared();
        const early = read.read(['a']);
        await settle();
        stored = 2;
        const late = [read.read(['a']), read.read(['a'])];
        release[0]?.();
        expect((await early).get('a')).toBe(1);
        await settle();
        release[1]?.();
        expect((await Promise.all(late)).map((found) => found.get('a'))).toEqual([2, 2]);
        expect(asked).toHaveLength(2);
    });

    it('goes on after a failure', async () => {
        let fails = true;
        const read = new SharedRead<string, number>(() =>
            fails ? Promise.reject(new Error('down')) : Promise.resolve(new Map([['a', 1]]))
        );
        await expect(read.read(['a'])).rejects.toThrow('down');
        fails = false;
        expect((await read.read(['a'])).get('a')).toBe(1);
    });
});
