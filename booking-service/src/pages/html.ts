import { html as template, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup that is safe to send: every value in it has been escaped. */
export type Html = HtmlEscapedString;

/** What may stand in a template: strings are escaped, absent values and false print nothing. */
export type HtmlContent = Html | string | number | false | undefined | readonly HtmlContent[];

const trimmed = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/**
 * Escaping template tag. Attribute values must stand in double quotes. Indentation of the template itself is not sent;
 * values are left as they are.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlContent[]): Html {
    const result = template(withoutIndentation(strings), ...values);
    if (result instanceof Promise) throw new TypeError('A template holds a promise; await it first.');
    return result;
}

/** A boolean attribute such as `required`, present when `isOn`. The name must be a constant. */
export function flag(name: string, isOn: boolean | undefined): Html | undefined {
    return isOn === true ? raw(` ${name}`) : undefined;
}

/** An attribute with its leading space, or nothing when the value is absent. The name must be a constant. */
export function attribute(name: string, value: string | number | undefined): Html | undefined {
    return value === undefined ? undefined : html`${raw(` ${name}`)}="${value}"`;
}

/** The address when its scheme can do no harm in an `href`, otherwise `undefined`. */
export function safeUrl(value: string): string | undefined {
    const scheme = URL.parse(value)?.protocol;
    return scheme === 'https:' || scheme === 'http:' || scheme === 'mailto:' || scheme === 'tel:' ? value : undefined;
}

/** Text that becomes a link when all of it is a web address or an e-mail address. */
export function linkedText(text: string): Html {
    const address = text.trim();
    const isEmail = /^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(address);
    const href = isEmail ? `mailto:${address}` : /^https?:\/\/\S+$/i.test(address) ? safeUrl(address) : undefined;
    return href === undefined ? html`${text}` : html`<a href="${href}" rel="noreferrer">${address}</a>`;
}

function withoutIndentation(strings: TemplateStringsArray): TemplateStringsArray {
    const known = trimmed.get(strings);
    if (known) return known;
    const made = Object.assign(
        strings.map((part) => part.replaceAll(/\s*\n\s*/g, '\n')),
        { raw: strings.raw }
    );
    trimmed.set(strings, made);
    return made;
}
