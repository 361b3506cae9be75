import type { Words } from '../text/words.ts';
import type { OwnedLink } from '../salesforce/bookingLinks.ts';
import type { MenuAction } from './menuInsertion.ts';

/** Links in each of the two menus. */
export const MENU_LINKS = 8;
/** The entry that leads to sign-in. */
export const SIGN_IN_ITEM = 'signIn';

/** Entries for editable fields: what was used last, or the way to sign in. */
export function menuItems(links: OwnedLink[], isSignedIn: boolean, words: Words): ChromeMenuItem[] {
    if (!isSignedIn) return [item({ id: SIGN_IN_ITEM, title: words.menuSignIn })];
    if (links.length === 0) return [item({ id: SIGN_IN_ITEM, title: words.menuOpen })];
    return [
        item({ id: 'insert', title: words.menuInsert }),
        ...links.map(({ id, name }) => item({ id: `insert:${id}`, parentId: 'insert', title: escape(name) })),
        item({ id: 'insertTimes', title: words.menuInsertTimes }),
        ...links.map(({ id, name }) => item({ id: `insertTimes:${id}`, parentId: 'insertTimes', title: escape(name) }))
    ];
}

/** What an entry does; undefined for the one that leads to sign-in. */
export function readMenuItem(id: string): MenuAction | undefined {
    const [, kind, linkId] = /^(insert|insertTimes):(.+)$/.exec(id) ?? [];
    return linkId === undefined ? undefined : { kind: kind === 'insert' ? 'insert' : 'insertTimes', linkId };
}

function item(fields: Omit<ChromeMenuItem, 'contexts'>): ChromeMenuItem {
    return { ...fields, contexts: ['editable'] };
}

/** A single & would underline the letter after it. */
function escape(title: string): string {
    return title.replaceAll('&', '&&').replaceAll('%s', '% s');
}
