import { endsWithin } from './endsWithin.ts';

const never = new Promise<void>(() => undefined);

describe('endsWithin', () => {
    it('tells work that ended from work that goes on', async () => {
        expect(await endsWithin(Promise.resolve(), 60_000)).toBe(true);
        expect(await endsWithin(never, 1)).toBe(false);
    });

    it('waits as long as it takes where there is no deadline', async () => {
        const { promise, resolve } = Promise.withResolvers<true>();
        const ended = endsWithin(promise, Infinity);
        resolve(true);
        expect(await ended).toBe(true);
    });

    it('fails as the work does', async () => {
        await expect(endsWithin(Promise.reject(new Error('broken')), 60_000)).rejects.toThrow('broken');
    });
});
