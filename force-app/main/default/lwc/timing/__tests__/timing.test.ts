import { pause } from 'c/timing';

describe('pause', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('resolves when the time is up, not before', async () => {
        const isOver = jest.fn();
        void pause(500).then(isOver);
        await jest.advanceTimersByTimeAsync(499);
        expect(isOver).not.toHaveBeenCalled();
        await jest.advanceTimersByTimeAsync(1);
        expect(isOver).toHaveBeenCalled();
    });
});
