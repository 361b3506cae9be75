/** Holds the server's challenge, then the challenge with its answer. */
const FIELD = 'input[data-solver]';

const begun = new WeakMap<HTMLInputElement, Promise<void>>();
const held = new WeakSet<HTMLFormElement>();

/** Works out what the server asks as soon as somebody turns to the form, so that nobody waits for it at the end. */
export function prepareProofs(): void {
    const field = document.querySelector<HTMLInputElement>(FIELD);
    field?.form?.addEventListener('focusin', () => void solve(field), { once: true });
}

/** Whether a form has to wait for its proof; it is sent by itself then. */
export function isHeldForProof(form: HTMLFormElement): boolean {
    const field = form.querySelector<HTMLInputElement>(FIELD);
    if (!field || 'done' in field.dataset) return false;
    if (!held.has(form)) {
        held.add(form);
        void solve(field).then(() => form.submit());
    }
    return true;
}

/** Ends once the proof is there, or when it cannot be had: then the server says what to do. */
function solve(field: HTMLInputElement): Promise<void> {
    const known = begun.get(field) ?? work(field);
    begun.set(field, known);
    return known;
}

function work(field: HTMLInputElement): Promise<void> {
    const { solver = '', bits } = field.dataset;
    return new Promise((resolve) => {
        const worker = new Worker(solver);
        const finish = (): void => {
            field.dataset['done'] = '';
            worker.terminate();
            resolve();
        };
        worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
            field.value += `.${data}`;
            finish();
        });
        worker.addEventListener('error', finish);
        worker.postMessage({ text: field.value.split('.').at(-1), bits: Number(bits) });
    });
}
