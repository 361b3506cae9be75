import fc from 'fast-check';
import { loadFixture } from '../testing/fixtureProject.ts';
import { getObject } from '../testing/testOrg.ts';
import { comparisonKey } from './comparison.ts';

const createdDate = getObject(loadFixture().schema, 'Account').field('CreatedDate');
const stored = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

describe('keys of moments', () => {
    it('are the milliseconds that were stored, whatever the moment', () => {
        const moments = fc.integer({ min: Date.UTC(1700, 0, 1), max: Date.UTC(4000, 11, 31) });
        fc.assert(fc.property(moments, (at) => comparisonKey(createdDate!, stored(at)) === at));
    });

    it('are read from other forms, too', () => {
        expect(comparisonKey(createdDate!, '2026-11-21T10:00:00Z')).toBe(Date.UTC(2026, 10, 21, 10));
        expect(comparisonKey(createdDate!, '2026-11-21T10:00:00.000+0100')).toBe(Date.UTC(2026, 10, 21, 9));
    });
});
