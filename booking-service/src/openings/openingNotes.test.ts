import { OpeningNotes } from './openingNotes.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 21, 15, 0, second));

describe('OpeningNotes', () => {
    it('holds the first opening by each, whatever follows', () => {
        const notes = new OpeningNotes();
        notes.note('a', 'scanner', at(1));
        notes.note('a', 'scanner', at(2));
        notes.note('a', 'person', at(3));
        notes.note('b', 'person', at(4));
        expect(notes.takeAll()).toEqual([
            { tokenHash: 'a', scannerAt: at(1), personAt: at(3) },
            { tokenHash: 'b', scannerAt: undefined, personAt: at(4) }
        ]);
        notes.note('a', 'person', at(5));
        expect(notes.takeAll()).toEqual([]);
    });

    it('takes back what could not be kept, beside what was noticed meanwhile', () => {
        const notes = new OpeningNotes();
        notes.note('a', 'scanner', at(1));
        const taken = notes.takeAll();
        notes.note('a', 'person', at(2));
        notes.putBack(taken);
        expect(notes.takeAll()).toEqual([{ tokenHash: 'a', scannerAt: at(1), personAt: at(2) }]);
    });

    it('lets no more than 10,000 links wait, and notices the others when they are opened again', () => {
        const notes = new OpeningNotes();
        for (let link = 0; link < 10_050; link += 1) notes.note(`link ${link}`, 'scanner', at(1));
        notes.note('link 0', 'person', at(2));
        const taken = notes.takeAll();
        expect(taken).toHaveLength(10_000);
        expect(taken[0]).toEqual({ tokenHash: 'link 0', scannerAt: at(1), personAt: at(2) });
        notes.note('link 10001', 'scanner', at(3));
        expect(notes.takeAll()).toEqual([{ tokenHash: 'link 10001', scannerAt: at(3), personAt: undefined }]);
    });

    it('forgets what it knows before that is too much', () => {
        const notes = new OpeningNotes();
        for (let link = 0; link < 50_000; link += 1) {
            notes.note(`link ${link}`, 'scanner', at(1));
            if (link % 10_000 === 9_999) notes.takeAll();
        }
        notes.note('one more', 'scanner', at(2));
        notes.note('link 0', 'scanner', at(3));
        expect(notes.takeAll().map(({ tokenHash }) => tokenHash)).toEqual(['one more', 'link 0']);
    });
});
