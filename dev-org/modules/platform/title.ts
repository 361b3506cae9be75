import { settings } from './settings';

type Listener = (title: string) => void;

let listener: Listener = () => undefined;

/** Names the page for the browser tab and for those who hear it. */
export function setTitle(title: string): void {
    const full = `${title} | ${settings.orgName}`;
    if (document.title === full) return;
    document.title = full;
    listener(title);
}

/** Calls `announce` with each new title. */
export function onTitle(announce: Listener): void {
    listener = announce;
}
