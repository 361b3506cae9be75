import { assignPools, canFillAll } from './poolAssignment.ts';

describe('assignPools', () => {
    it('picks whoever comes first in each pool', () => {
        expect(
            assignPools([
                ['ann', 'ben'],
                ['cat', 'dan']
            ])
        ).toEqual(['ann', 'cat']);
    });

    it('passes over the first where a later pool has nobody else', () => {
        expect(assignPools([['ann', 'ben'], ['ann']])).toEqual(['ben', 'ann']);
        expect(assignPools([['ann', 'ben', 'cat'], ['ann', 'ben'], ['ann']])).toEqual(['cat', 'ben', 'ann']);
    });

    it('passes over whoever has been refused, until nobody is left', () => {
        expect(assignPools([['ann', 'ben']], new Set(['ann']))).toEqual(['ben']);
        expect(assignPools([['ann', 'ben']], new Set(['ann', 'ben']))).toBeUndefined();
    });

    it('fills no pools with nobody', () => {
        expect(assignPools([])).toEqual([]);
    });

    it('gives up at once where ten pools share nine members', () => {
        const nine = Array.from({ length: 9 }, (_, index) => `host ${index}`);
        expect(assignPools(Array.from({ length: 10 }, () => nine))).toBeUndefined();
    });
});

describe('canFillAll', () => {
    it('moves people between their pools', () => {
        expect(canFillAll([['ann', 'ben'], ['ann', 'cat'], ['ann']])).toBe(true);
        expect(canFillAll([['ann', 'ben'], ['ann', 'ben'], ['ann']])).toBe(false);
    });
});
