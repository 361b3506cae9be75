import { Problem } from '../problem.ts';
import type { OwnedLink } from '../salesforce/bookingLinks.ts';
import { EN } from '../text/en.ts';
import { menuItems, readMenuItem } from './contextMenus.ts';
import { insertFromMenu } from './menuInsertion.ts';

const LINK: OwnedLink = {
    ...{ id: 'a01', name: 'Q&A with Julio', url: 'https://book.example/l/a', slug: 'a', description: '' },
    ...{ meetingTypeTitle: 'Intro call', durationMinutes: 30, hostNames: [], isActive: true, isExpired: false },
    ...{ isInLibrary: false, unusedCount: 0, isMine: true, ownerName: 'Julio' }
};
const URL_MADE = 'https://book.example/s/1';

function setup({ isEditable = true, canInsert = true, times = ['• Mon'] as string[] | Problem } = {}) {
    const inserted: unknown[] = [];
    const minted: string[] = [];
    const parts: Parameters<typeof insertFromMenu>[1] = {
        book: {
            get: () => Promise.resolve(LINK),
            mint: (linkId) => {
                minted.push(linkId);
                return Promise.resolve(URL_MADE);
            }
        },
        field: {
            expectEditable: () => (isEditable ? Promise.resolve() : Promise.reject(new Problem('page_protected'))),
            insert: (insertion) => {
                if (!canInsert) return Promise.reject(new Problem('nothing_editable'));
                inserted.push(insertion);
                return Promise.resolve();
            }
        },
        suggestTimes: () => (times instanceof Problem ? Promise.reject(times) : Promise.resolve(times))
    };
    return { parts, inserted, minted };
}

describe('inserting from the menu', () => {
    it('inserts a new link under the title of its meeting type', async () => {
        const { parts, inserted } = setup();
        expect(await insertFromMenu({ kind: 'insert', linkId: 'a01' }, parts)).toBeUndefined();
        expect(inserted).toEqual([{ url: URL_MADE, linkText: 'Intro call', lines: [] }]);
    });

    it('adds times', async () => {
        const { parts, inserted } = setup();
        await insertFromMenu({ kind: 'insertTimes', linkId: 'a01' }, parts);
        expect(inserted).toEqual([{ url: URL_MADE, linkText: 'Intro call', lines: ['• Mon'] }]);
    });

    it('inserts the link alone when there are no times, and says so', async () => {
        const { parts, inserted } = setup({ times: new Problem('no_times') });
        expect(await insertFromMenu({ kind: 'insertTimes', linkId: 'a01' }, parts)).toEqual({
            problem: 'no_times',
            detail: ''
        });
        expect(inserted).toHaveLength(1);
    });

    it('makes no link where none can be inserted', async () => {
        const { parts, minted } = setup({ isEditable: false });
        expect(await insertFromMenu({ kind: 'insert', linkId: 'a01' }, parts)).toMatchObject({
            problem: 'page_protected'
        });
        expect(minted).toEqual([]);
    });

    it('hands over a link that was made and could not be inserted', async () => {
        const { parts } = setup({ canInsert: false });
        expect(await insertFromMenu({ kind: 'insert', linkId: 'a01' }, parts)).toEqual({
            problem: 'nothing_editable',
            detail: '',
            url: URL_MADE
        });
    });
});

describe('the menu of editable fields', () => {
    it('offers each link with and without times', () => {
        const items = menuItems([LINK], true, EN);
        expect(items.map(({ id, title }) => [id, title])).toEqual([
            ['insert', 'Insert single-use link'],
            ['insert:a01', 'Q&&A with Julio'],
            ['insertTimes', 'Insert single-use link with three times'],
            ['insertTimes:a01', 'Q&&A with Julio']
        ]);
        expect(items.every(({ contexts }) => contexts.join() === 'editable')).toBe(true);
    });

    it('leads to sign-in when nobody is signed in', () => {
        expect(menuItems([LINK], false, EN).map(({ title }) => title)).toEqual([EN.menuSignIn]);
    });

    it('is read back from the id of an entry', () => {
        expect(readMenuItem('insertTimes:a01')).toEqual({ kind: 'insertTimes', linkId: 'a01' });
        expect(readMenuItem('signIn')).toBeUndefined();
    });
});
