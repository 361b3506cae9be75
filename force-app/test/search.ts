import { flush } from './flush';
import { findById } from './mount';

/** Searches as the search field of a component does once typing has paused. */
export async function search(element: HTMLElement, term: string): Promise<void> {
    findById(element, 'search')!.dispatchEvent(new CustomEvent('search', { detail: { term } }));
    await flush();
}
