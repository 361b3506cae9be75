import fc from 'fast-check';
import { MomentIndex } from './momentIndex.ts';
import type { Row } from './recordStore.ts';

const aRow = fc.record({ Id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), at: fc.option(fc.nat({ max: 9 })) });
const momentOf = (row: Row): number | undefined => (typeof row['at'] === 'number' ? row['at'] : undefined);
const ids = (rows: Row[]): string[] => rows.map(({ Id }) => Id).sort();

describe('an index of moments', () => {
    it('finds what a look at every row finds, whatever was put in, moved and taken out', () => {
        fc.assert(
            fc.property(
                fc.array(aRow, { maxLength: 6 }),
                fc.array(fc.record({ row: aRow, isRemoved: fc.boolean() }), { maxLength: 30 }),
                fc.nat({ max: 10 }),
                fc.nat({ max: 10 }),
                (first, changes, from, to) => {
                    const rows = new Map<string, Row>(first.map((row) => [row.Id, row]));
                    const index = new MomentIndex(rows.values(), momentOf);
                    for (const { row, isRemoved } of changes) {
                        index.replace(rows.get(row.Id), isRemoved ? undefined : row);
                        if (isRemoved) rows.delete(row.Id);
                        else rows.set(row.Id, row);
                    }
                    const expected = [...rows.values()].filter((row) => {
                        const at = momentOf(row);
                        return at !== undefined && at >= from && at < to;
                    });
                    expect(ids(index.between(from, to))).toEqual(ids(expected));
                }
            )
        );
    });
});
