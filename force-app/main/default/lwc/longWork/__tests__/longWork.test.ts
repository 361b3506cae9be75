import { doLongWork } from 'c/longWork';

describe('c-long-work', () => {
    it('does everything, and names what failed without holding up the rest', async () => {
        const done: number[] = [];
        const refusal = new Error('locked');
        const progress = jest.fn();
        const result = await doLongWork({
            items: [1, 2, 3, 4, 5],
            run: async (item) => {
                if (item === 2) throw refusal;
                done.push(item);
            },
            onProgress: progress
        });
        expect(done.sort()).toEqual([1, 3, 4, 5]);
        expect(result).toEqual({ undone: [{ item: 2, error: refusal }], rest: [] });
        expect(progress.mock.calls.flat()).toEqual([1, 2, 3, 4, 5]);
    });

    it('begins nothing more once it is canceled, and says what is left', async () => {
        const done: number[] = [];
        const result = await doLongWork({
            items: [1, 2, 3, 4],
            run: async (item) => {
                done.push(item);
            },
            isCanceled: () => done.length >= 2,
            lanes: 1
        });
        expect(done).toEqual([1, 2]);
        expect(result.rest).toEqual([3, 4]);
    });

    it('does no more at a time than it has lanes', async () => {
        let running = 0;
        let most = 0;
        await doLongWork({
            items: [1, 2, 3, 4, 5, 6],
            run: async () => {
                running += 1;
                most = Math.max(most, running);
                await Promise.resolve();
                running -= 1;
            },
            lanes: 2
        });
        expect(most).toBe(2);
    });
});
