import { createElement } from 'lwc';
import type { LightningElement } from 'lwc';

/** What a component's own `@api` fields accept. */
export type Props<T extends LightningElement> = Partial<Omit<T, keyof LightningElement>>;

/** Puts a component with these properties on the page and returns its element. */
export function mountComponent<T extends LightningElement>(
    tagName: string,
    is: (new () => T) & typeof LightningElement,
    props: Props<T> = {}
): HTMLElement {
    return document.body.appendChild(Object.assign(createElement(tagName, { is }), props));
}

/** The first element inside `element` with this `data-id`, or null. */
export function findById<T extends HTMLElement>(element: HTMLElement, id: string): T | null {
    return element.shadowRoot!.querySelector<T>(`[data-id="${id}"]`);
}

/** The text of every element inside `element` with this `data-id`. */
export function textsById(element: HTMLElement, id: string): string[] {
    return [...element.shadowRoot!.querySelectorAll(`[data-id="${id}"]`)].map(({ textContent }) => textContent ?? '');
}
