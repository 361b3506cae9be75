import { toProblem } from '../problem.ts';
import { LANGUAGE_NAMES, problemText } from '../text/language.ts';
import { element } from '../ui/element.ts';
import type { Page } from '../ui/page.ts';
import { DEFAULT_ACTIONS, LANGUAGES, normalizeOrgUrl, writeOptions, type Options } from './options.ts';

/** The options as a form that checks and stores them; another language shows at once. */
export function optionsForm({ words, options }: Page): HTMLElement {
    const orgUrl = textField(words.orgUrl, words.orgUrlHelp, options.orgUrl);
    const clientId = textField(words.clientId, words.clientIdHelp, options.clientId);
    const redirectUrl = textField(words.redirectUrl, words.redirectUrlHelp, chrome.identity.getRedirectURL());
    redirectUrl.control.readOnly = true;
    const actionNames = { reusable: words.copyLink, 'single-use': words.copySingleUseLink };
    const action = choice(
        words.defaultAction,
        words.defaultActionHelp,
        DEFAULT_ACTIONS,
        actionNames,
        options.defaultAction
    );
    const languageNames = { auto: words.languageAuto, ...LANGUAGE_NAMES };
    const language = choice(words.language, '', LANGUAGES, languageNames, options.language);
    const status = element('p', { class: 'notice done', role: 'status' });

    const save = async (event: Event): Promise<void> => {
        event.preventDefault();
        status.textContent = '';
        try {
            const typed = readTyped(orgUrl.control.value, clientId.control.value);
            await writeOptions(chrome.storage.local, {
                ...typed,
                defaultAction: action.value(),
                language: language.value()
            });
            showProblem(orgUrl, '');
            orgUrl.control.value = typed.orgUrl;
            if (language.value() === options.language) status.textContent = words.saved;
            else location.reload();
        } catch (error) {
            showProblem(orgUrl, problemText(words, toProblem(error)));
            orgUrl.control.focus();
        }
    };
    return element(
        'form',
        { class: 'options', novalidate: true, onsubmit: save },
        element('h1', {}, words.optionsHeading),
        ...[orgUrl, clientId, redirectUrl, action, language].map(({ node }) => node),
        element('button', { class: 'main' }, words.save),
        status
    );
}

function readTyped(orgUrl: string, clientId: string): Pick<Options, 'orgUrl' | 'clientId'> {
    return { orgUrl: normalizeOrgUrl(orgUrl), clientId: clientId.trim() };
}

interface Field<Control extends HTMLElement> {
    node: HTMLElement;
    control: Control;
    problem: HTMLElement;
}

let fields = 0;

function field<Control extends HTMLElement>(label: string, help: string, control: Control): Field<Control> {
    fields += 1;
    control.id = `field-${fields}`;
    const helpText = element('p', { class: 'help', id: `help-${fields}` }, help);
    const problem = element('p', { class: 'notice problem', id: `problem-${fields}`, role: 'alert' });
    control.setAttribute('aria-describedby', `${helpText.id} ${problem.id}`);
    const node = element(
        'div',
        { class: 'field' },
        element('label', { for: control.id }, label),
        control,
        helpText,
        problem
    );
    return { node, control, problem };
}

function textField(label: string, help: string, value: string): Field<HTMLInputElement> {
    return field(label, help, element('input', { type: 'text', value, spellcheck: 'false', autocomplete: 'off' }));
}

function choice<Value extends string>(
    label: string,
    help: string,
    values: readonly Value[],
    names: Record<Value, string>,
    chosen: Value
): Field<HTMLSelectElement> & { value: () => Value } {
    const choices = values.map((value) => element('option', { value, selected: value === chosen }, names[value]));
    const made = field(label, help, element('select', {}, ...choices));
    return { ...made, value: () => values.find((value) => value === made.control.value) ?? chosen };
}

function showProblem({ control, problem }: Field<HTMLElement>, text: string): void {
    problem.textContent = text;
    control.setAttribute('aria-invalid', String(text !== ''));
}
