import { isHeldForProof } from './humanProof.ts';

/** After this long without an answer the form may be sent again; the idempotency key makes that harmless. */
const BUSY_MS = 20_000;

/** Sends each form once: its button is busy until the answer comes, or until the visitor comes back to the page. */
export function guardSubmits(): void {
    const forms = [...document.querySelectorAll<HTMLFormElement>('form[data-busy-form]')];
    for (const form of forms) {
        form.addEventListener('submit', (event) => handleSubmit(event, form));
        // Before the browser's own checks, so that a missing time is said first: it stands first on the page.
        submitButton(form)?.addEventListener('click', (event) => requireTime(event, form));
    }
    window.addEventListener('pageshow', () => forms.forEach(release));
}

function handleSubmit(event: Event, form: HTMLFormElement): void {
    const button = submitButton(form);
    if (!button) return;
    if (button.getAttribute('aria-disabled') === 'true') {
        event.preventDefault();
        return;
    }
    button.dataset['idleText'] = button.textContent;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = button.dataset['busyText'] ?? button.textContent;
    setTimeout(() => release(form), BUSY_MS);
    if (isHeldForProof(form)) event.preventDefault();
}

function release(form: HTMLFormElement): void {
    const button = submitButton(form);
    if (button?.getAttribute('aria-disabled') !== 'true') return;
    button.removeAttribute('aria-disabled');
    button.textContent = button.dataset['idleText'] ?? button.textContent;
}

function requireTime(event: Event, form: HTMLFormElement): void {
    const picker = form.querySelector<HTMLElement>('[data-picker]');
    if (!picker || new FormData(form).has('start')) return;
    event.preventDefault();
    const error = picker.querySelector<HTMLElement>('[data-start-error]');
    if (error) {
        error.hidden = false;
        picker.setAttribute('aria-describedby', error.id);
    }
    picker.focus();
}

/** Buttons of other forms may stand inside this one; `elements` and `form` tell them apart. */
function submitButton(form: HTMLFormElement): HTMLButtonElement | undefined {
    return [...form.elements].find((element) => element instanceof HTMLButtonElement);
}
