import fc from 'fast-check';
import { createRecordStore } from '../store/createRecordStore.ts';
import type { Row } from '../store/recordStore.ts';
import { fullAccess } from '../access/access.ts';
import { loadFixture } from '../testing/fixtureProject.ts';
import { getObject } from '../testing/testOrg.ts';
import { ownColumn } from './column.ts';
import { sortRows } from './ordering.ts';
import { RecordReader } from './recordReader.ts';

const { schema } = loadFixture();
const Account = getObject(schema, 'Account');
const reader = new RecordReader(createRecordStore(schema), fullAccess, { userId: '' });
const name = ownColumn(reader, Account, getField('Name'));
const id = ownColumn(reader, Account, getField('Id'));

function getField(fieldName: string) {
    const field = Account.field(fieldName);
    if (!field) throw new Error(`Account has no ${fieldName}`);
    return field;
}

const aRow = fc.record({ Id: fc.integer({ min: 0, max: 999 }), Name: fc.option(fc.constantFrom('a', 'b', 'c')) });
const rowsOf = (values: { Id: number; Name: string | null }[]): Row[] =>
    values.map(({ Id, Name }) => ({ Id: `001${String(Id).padStart(12, '0')}`, Name }));

describe('sorted rows', () => {
    it('begin alike whether all are wanted or only the first, equal rows in their place', () => {
        fc.assert(
            fc.property(
                fc.array(aRow, { maxLength: 400 }),
                fc.nat({ max: 420 }),
                fc.boolean(),
                fc.boolean(),
                (values, wanted, isDescending, nullsFirst) => {
                    const rows = rowsOf(values);
                    const orderings = [{ column: name, isDescending, nullsFirst }];
                    expect(sortRows(rows, orderings, wanted)).toEqual(sortRows(rows, orderings).slice(0, wanted));
                }
            )
        );
    });

    it('are settled by the second field where the first is equal', () => {
        const rows = rowsOf([
            { Id: 2, Name: 'a' },
            { Id: 1, Name: 'a' },
            { Id: 3, Name: null }
        ]);
        const orderings = [name, id].map((column) => ({ column, isDescending: false, nullsFirst: false }));
        const ids = sortRows(rows, orderings, 2).map((row) => Number(row.Id.slice(3)));
        expect(ids).toEqual([1, 2]);
    });
});
