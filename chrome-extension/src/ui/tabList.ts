import { element } from './element.ts';
import { nextIndex } from './menuButton.ts';

interface Parts<Value extends string> {
    label: string;
    /** What the tabs show one of. */
    panel: HTMLElement;
    tabs: readonly [{ value: Value; label: string }, ...{ value: Value; label: string }[]];
    onChange: () => void;
}

export interface TabList<Value extends string> {
    node: HTMLElement;
    readonly value: Value;
}

/** Tabs above one panel; arrows, Home and End move between them. */
export function tabList<Value extends string>({ label, panel, tabs, onChange }: Parts<Value>): TabList<Value> {
    let selected = 0;
    const buttons = tabs.map((tab, index) =>
        element(
            'button',
            {
                ...{ type: 'button', role: 'tab', id: `tab-${tab.value}`, 'aria-controls': panel.id },
                onclick: () => select(index),
                onkeydown: (event) => handleKey(event as KeyboardEvent)
            },
            tab.label
        )
    );
    const show = (): void => {
        buttons.forEach((button, index) => {
            button.setAttribute('aria-selected', String(index === selected));
            button.tabIndex = index === selected ? 0 : -1;
        });
        panel.setAttribute('aria-labelledby', buttons[selected]?.id ?? '');
    };
    const select = (index: number): void => {
        selected = index;
        show();
        buttons[index]?.focus();
        onChange();
    };
    const handleKey = (event: KeyboardEvent): void => {
        const next = nextIndex(event.key, selected, buttons.length);
        if (next === undefined) return;
        event.preventDefault();
        select(next);
    };
    show();
    return {
        node: element('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, ...buttons),
        get value() {
            return (tabs[selected] ?? tabs[0]).value;
        }
    };
}
