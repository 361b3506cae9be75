import { attribute, flag, html } from './html.ts';
import type { Html } from './html.ts';
import type { Texts } from './locales/texts.ts';

/** What every labelled control has. */
export interface ControlProps {
    name: string;
    label: string;
    value: string | undefined;
    error: string | undefined;
    isRequired: boolean;
    help?: string | undefined;
    maxLength?: number;
}

/** A one-line input. */
export interface InputProps extends ControlProps {
    type?: 'text' | 'email' | 'tel';
    /** HTML autofill token, so that browsers and assistive technology know what is asked. */
    autocomplete?: string;
}

/** Id of a control, for links from the error summary. */
export function controlId(name: string): string {
    return `field-${name}`;
}

/** One-line input with label, help and error. */
export function input(t: Texts, props: InputProps): Html {
    const { type = 'text', value, autocomplete } = props;
    const control = html`<input
        type="${type}"
        ${sharedAttributes(props)}${attribute('value', value)}${attribute('autocomplete', autocomplete)}
    />`;
    return field(t, props, control);
}

/** Text of several lines. */
export function textArea(t: Texts, props: ControlProps): Html {
    // HTML drops one line break right after the tag; a text that begins with one keeps its own.
    const value = `\n${props.value ?? ''}`;
    return field(t, props, html`<textarea rows="3" ${sharedAttributes(props)}>${value}</textarea>`);
}

/** One of several choices. */
export function select(t: Texts, props: ControlProps & { choices: readonly string[] }): Html {
    const options = props.choices.map(
        (choice) => html`<option${flag('selected', choice === props.value)}>${choice}</option>`
    );
    const control = html`<select ${sharedAttributes(props)}>
        <option value="">${t.fields.choose}</option>
        ${options}
    </select>`;
    return field(t, props, control);
}

/** A box to tick; its value is `on`. */
export function checkbox(props: ControlProps): Html {
    return html`<div class="field field-checkbox">
        <input type="checkbox" value="on" ${sharedAttributes(props)}${flag('checked', props.value === 'on')} />
        <label for="${controlId(props.name)}">${props.label}</label>
        ${messages(props)}
    </div>`;
}

function field(t: Texts, props: ControlProps, control: Html): Html {
    return html`<div class="field">
        <label for="${controlId(props.name)}">${props.label}${optionalMark(t, props)}</label>
        ${control} ${messages(props)}
    </div>`;
}

function sharedAttributes({ name, error, help, isRequired, maxLength }: ControlProps): Html {
    const id = controlId(name);
    const describedBy = [help !== undefined && `${id}-help`, error !== undefined && `${id}-error`].filter(Boolean);
    const description = describedBy.length > 0 ? describedBy.join(' ') : undefined;
    return html`id="${id}"
    name="${name}"${flag('required', isRequired)}${attribute('maxlength', maxLength)}${attribute(
        'aria-describedby',
        description
    )}${attribute('aria-invalid', error === undefined ? undefined : 'true')}`;
}

function messages({ name, help, error }: ControlProps): Html {
    const id = controlId(name);
    return html`${help !== undefined && html`<p class="help" id="${id}-help">${help}</p>`}
    ${error !== undefined && html`<p class="error" id="${id}-error">${error}</p>`}`;
}

function optionalMark(t: Texts, { isRequired }: ControlProps): Html | false {
    return !isRequired && html` <span class="optional">${t.optional}</span>`;
}
