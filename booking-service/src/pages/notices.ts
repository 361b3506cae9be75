import { controlId } from './controls.ts';
import { flag, html } from './html.ts';
import type { Html } from './html.ts';
import type { Texts } from './locales/texts.ts';
import type { AlertCode, FieldErrors } from './views.ts';

/** Id of the times, where an error about the start leads. */
export const TIMES_ID = 'times';

/** Whether the page reports a refusal or a wrong field. */
export function hasProblems(errors: FieldErrors, alert?: AlertCode): boolean {
    return alert !== undefined || Object.values(errors).some((message) => message !== undefined);
}

/**
 * What went wrong, first on the page and focused: the refusal, then a link to each field that needs attention.
 * Prints nothing when all is well.
 */
export function problemSummary(t: Texts, errors: FieldErrors, alert?: AlertCode): Html | undefined {
    if (!hasProblems(errors, alert)) return undefined;
    const links = Object.entries(errors).flatMap(([name, message]) =>
        message === undefined
            ? []
            : [html`<li><a href="#${name === 'start' ? TIMES_ID : controlId(name)}">${message}</a></li>`]
    );
    return html`<div class="notice notice-problem" role="alert" tabindex="-1" id="problems" ${flag('autofocus', true)}>
        ${alert === undefined ? html`<h2>${t.errors.heading}</h2>` : html`<p><strong>${t.alerts[alert]}</strong></p>`}
        ${
            links.length > 0 &&
            html`<ul>
                ${links}
            </ul>`
        }
    </div>`;
}

/** A title that says first when something went wrong, for those who hear it. */
export function titleWithProblems(t: Texts, title: string, errors: FieldErrors, alert?: AlertCode): string {
    return hasProblems(errors, alert) ? `${t.errors.titlePrefix} ${title}` : title;
}
