import type { SessionState } from '../background/session.ts';
import { ask } from '../messages.ts';
import { originsToAllow } from '../options/orgHosts.ts';
import { Problem } from '../problem.ts';
import { fill } from '../text/words.ts';
import { element } from './element.ts';
import type { Notices } from './notices.ts';
import type { Page } from './page.ts';

interface Parts {
    notices: Notices;
    onSignedIn: (state: SessionState) => void;
}

/** Says who is not signed in, and why, with the button that changes it. */
export function signInView(
    { words, options }: Page,
    state: Exclude<SessionState, { status: 'signed_in' }>,
    { notices, onSignedIn }: Parts
): HTMLElement {
    const isExpired = state.status === 'expired';
    const button = element('button', { type: 'button', class: 'main' }, words.signIn);
    const signIn = async (): Promise<void> => {
        notices.confirm(words.signingIn);
        try {
            const origins = originsToAllow(options.orgUrl);
            // Straight from the click, or Chrome would not ask.
            if (!(await chrome.permissions.request({ origins }))) throw new Problem('permission_refused');
            const next = await ask('signIn');
            notices.clear();
            onSignedIn(next);
        } catch (error) {
            notices.reportError(error);
        }
    };
    button.addEventListener('click', () => void signIn());
    return element(
        'section',
        { class: 'sign-in' },
        element('h2', {}, isExpired ? words.expiredHeading : words.signInHeading),
        element('p', {}, isExpired ? fill(words.expiredBody, state.userName) : words.signInBody),
        button,
        element('p', { class: 'help' }, fill(words.signInAs, new URL(options.orgUrl).host))
    );
}
