import { BatchedLookup } from './batchedLookup.ts';

/** Answers each key with its upper case, and keeps what it was asked. */
function setup(known: (key: string) => boolean = () => true) {
    const asked: string[][] = [];
    const lookup = new BatchedLookup<string>((keys) => {
        asked.push(keys);
        return Promise.resolve(new Map(keys.filter(known).map((key) => [key, key.toUpperCase()])));
    });
    return { asked, lookup };
}

describe('BatchedLookup', () => {
    it('asks once for equal keys and answers everybody', async () => {
        const { asked, lookup } = setup();
        expect(await Promise.all(['a', 'b', 'a'].map((key) => lookup.find(key)))).toEqual(['A', 'B', 'A']);
        expect(asked).toEqual([['a', 'b']]);
    });

    it('asks for 250 keys in three calls', async () => {
        const { asked, lookup } = setup();
        const keys = Array.from({ length: 250 }, (_, index) => `key${index}`);
        const found = await Promise.all(keys.map((key) => lookup.find(key)));
        expect(found).toEqual(keys.map((key) => key.toUpperCase()));
        expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
    });

    it('answers undefined for a key that is missing from the answer', async () => {
        const { lookup } = setup((key) => key !== 'b');
        expect(await Promise.all([lookup.find('a'), lookup.find('b')])).toEqual(['A', undefined]);
    });

    it('asks again for a key that was answered before', async () => {
        const { asked, lookup } = setup();
        await lookup.find('a');
        await lookup.find('a');
        expect(asked).toEqual([['a'], ['a']]);
    });

    it('fails everybody who waited when the question fails, and nobody after', async () => {
        let isDown = true;
        const lookup = new BatchedLookup<string>((keys) =>
            isDown ? Promise.reject(new Error('down')) : Promise.resolve(new Map(keys.map((key) => [key, key])))
        );
        const outcomes = await Promise.allSettled([lookup.find('a'), lookup.find('b')]);
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
        isDown = false;
        expect(await lookup.find('a')).toBe('a');
    });
});
