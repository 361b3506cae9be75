import { flush } from './flush';
import { findById } from './mount';

/** Types into the search of a component and lets the pause pass after which it asks Salesforce. */
export async function typeSearch(element: HTMLElement, value: string): Promise<void> {
    jest.useFakeTimers();
    findById(element, 'search')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    jest.advanceTimersByTime(1_000);
    jest.useRealTimers();
    await flush();
}
