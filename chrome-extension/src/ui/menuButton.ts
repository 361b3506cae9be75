import { element, icon, ICONS } from './element.ts';

export interface MenuEntry {
    label: string;
    onSelect: () => unknown;
}

/**
 * A button with a menu, by the keyboard too: arrows, Home and End move, Enter picks, Escape closes and gives the
 * focus back.
 */
export function menuButton(name: string, entries: MenuEntry[]): HTMLElement {
    const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': name, hidden: true });
    const button = element(
        'button',
        { type: 'button', class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': name },
        icon(ICONS.down)
    );
    const wrapper = element('div', { class: 'menu-wrapper' }, button, menu);

    const close = (givesFocusBack: boolean): void => {
        if (menu.hidden) return;
        menu.hidden = true;
        button.setAttribute('aria-expanded', 'false');
        if (givesFocusBack) button.focus();
    };
    const items = entries.map(({ label, onSelect }) =>
        element(
            'button',
            {
                ...{ type: 'button', role: 'menuitem', tabindex: '-1' },
                onclick: () => {
                    close(true);
                    onSelect();
                }
            },
            label
        )
    );
    menu.append(...items);
    const open = (index: number): void => {
        menu.hidden = false;
        button.setAttribute('aria-expanded', 'true');
        menu.classList.toggle('above', wrapper.getBoundingClientRect().bottom + menu.offsetHeight > innerHeight);
        items.at(index)?.focus();
    };

    button.addEventListener('click', () => (menu.hidden ? open(0) : close(true)));
    button.addEventListener('keydown', (event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        open(event.key === 'ArrowDown' ? 0 : -1);
    });
    menu.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') {
            // Escape would close the popup too.
            event.preventDefault();
            close(true);
            return;
        }
        const next = nextIndex(event.key, items.indexOf(event.target as HTMLButtonElement), items.length);
        if (next === undefined) return;
        event.preventDefault();
        items[next]?.focus();
    });
    wrapper.addEventListener('focusout', ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && wrapper.contains(relatedTarget))) close(false);
    });
    return wrapper;
}

/** Where a key leads in a row of `count`, round and round; undefined for keys that lead nowhere. */
export function nextIndex(key: string, current: number, count: number): number | undefined {
    if (key === 'ArrowDown' || key === 'ArrowRight') return (current + 1) % count;
    if (key === 'ArrowUp' || key === 'ArrowLeft') return (current - 1 + count) % count;
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    return undefined;
}
