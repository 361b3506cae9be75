import { raw } from 'hono/html';
import { html, linkedText } from '../pages/html.ts';
import type { Html } from '../pages/html.ts';
import { directionOf } from '../pages/locales/texts.ts';
import type { MailLink, MailView } from './mailView.ts';

/**
 * Mail programs drop style sheets they do not like and keep attributes, so the light colours stand in each element and
 * only the dark ones in a sheet. No image and nothing else is loaded: opening a mail tells nobody.
 */
const STYLE = {
    body: 'margin:0;padding:0;background-color:#f4f6f5;color:#17211e',
    outer: 'background-color:#f4f6f5;padding:24px 12px',
    card: 'max-width:560px;background-color:#ffffff;border-radius:16px;border:1px solid #dde3e0',
    cell: "padding:32px 28px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',sans-serif;font-size:16px;line-height:1.5;color:#17211e",
    company: 'margin:0 0 4px;font-size:14px;font-weight:600;color:#55625d',
    heading: 'margin:0 0 16px;font-size:24px;line-height:1.25;font-weight:700;color:#17211e',
    text: 'margin:0 0 16px;color:#17211e',
    notice: 'margin:0 0 16px;padding:12px 16px;border-radius:8px;background-color:#fdeeed;color:#a4221c',
    title: 'margin:24px 0 8px;font-size:18px;line-height:1.3;font-weight:700;color:#17211e',
    facts: 'width:100%;border-collapse:collapse;margin:0 0 8px',
    label: 'border-top:1px solid #dde3e0;vertical-align:top;font-weight:400;font-size:14px;color:#55625d;width:30%',
    value: 'padding:8px 0;border-top:1px solid #dde3e0;vertical-align:top;color:#17211e;overflow-wrap:anywhere;word-break:break-word',
    struck: 'text-decoration:line-through;color:#55625d',
    actionRow: 'margin:24px 0 16px',
    button: 'display:inline-block;padding:12px 24px;border-radius:8px;background-color:#0d6656;color:#ffffff;font-weight:600;text-align:center;text-decoration:none',
    link: 'color:#0d6656;text-decoration:underline',
    calendars: 'margin:0 0 16px;font-size:14px;line-height:2;color:#17211e',
    code: 'margin:24px 0;padding:16px;border-radius:8px;background-color:#e4f2ee;color:#094b3f;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:32px;font-weight:700;letter-spacing:8px;text-align:center',
    note: 'margin:0 0 8px;font-size:14px;color:#55625d',
    footer: "padding:16px 28px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:13px;color:#55625d;text-align:center"
} as const;

/** By the direction of writing: mail programs know nothing of start and end. */
const LABEL_SIDE = {
    ltr: 'text-align:left;padding:8px 16px 8px 0',
    rtl: 'text-align:right;padding:8px 0 8px 16px'
} as const;

const SHEET = `
.card td a:not(.button) { color: #0d6656; }
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #0e1412 !important; }
  .card { background-color: #161e1b !important; border-color: #2c3733 !important; }
  .text, .card td { color: #e8eeeb !important; }
  .quiet, .card th { color: #a5b3ad !important; }
  .card th, .card .value { border-color: #2c3733 !important; }
  .notice { background-color: #3a1a18 !important; color: #ffa9a2 !important; }
  .button { background-color: #6fd6bd !important; color: #05231c !important; }
  .link, .card td a:not(.button) { color: #6fd6bd !important; }
  .code { background-color: #1b332d !important; color: #9be6d3 !important; }
}`;

/** The whole mail as one HTML document. */
export function mailHtml(view: MailView): string {
    const { locale, company, texts } = view;
    return html`${raw('<!doctype html>')}
        <html lang="${locale}" dir="${directionOf(locale)}">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="supported-color-schemes" content="light dark" />
                <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
                <title>${view.heading}</title>
                <style>
                    ${raw(SHEET)}
                </style>
            </head>
            <body class="page" style="${STYLE.body}">
                <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0">
                    <tr>
                        <td align="center" class="page" style="${STYLE.outer}">
                            <table
                                role="presentation"
                                class="card"
                                width="100%"
                                cellpadding="0"
                                cellspacing="0"
                                style="${STYLE.card}"
                            >
                                <tr>
                                    <td style="${STYLE.cell}">${content(view)}</td>
                                </tr>
                            </table>
                            <p class="quiet" style="${STYLE.footer}">${isolated(texts.footer(company))}</p>
                        </td>
                    </tr>
                </table>
            </body>
        </html>`.toString();
}

function content(view: MailView): Html {
    const { notice, title, code, action, calendars, notes } = view;
    return html`<p class="quiet" style="${STYLE.company}">${isolated(view.company)}</p>
        <h1 class="text" style="${STYLE.heading}">${view.heading}</h1>
        ${view.hello !== undefined && html`<p class="text" style="${STYLE.text}">${isolated(view.hello)}</p>`}
        <p class="text" style="${STYLE.text}">${isolated(view.intro)}</p>
        ${notice !== undefined && html`<p class="notice" style="${STYLE.notice}">${notice}</p>`}
        ${code !== undefined && html`<p class="code" style="${STYLE.code}">${code}</p>`}
        ${title !== undefined && html`<h2 class="text" style="${STYLE.title}">${isolated(title)}</h2>`}
        ${view.facts.length > 0 && factTable(view)} ${action && button(action)}
        ${calendars && calendarLine(view.texts.actions.addTo, calendars)}
        ${notes.map((note) => html`<p class="quiet" style="${STYLE.note}">${note}</p>`)}`;
}

function factTable({ facts, locale }: MailView): Html {
    const label = `${STYLE.label};${LABEL_SIDE[directionOf(locale)]}`;
    const rows = facts.map(
        ({ label: name, values, isStruck = false }) =>
            html`<tr>
                <th scope="row" style="${label}">${isolated(name)}</th>
                <td class="value" style="${STYLE.value}">
                    ${values.map((value) => html`<div>${isStruck ? struck(value) : isolated(value)}</div>`)}
                </td>
            </tr>`
    );
    return html`<table style="${STYLE.facts}" cellpadding="0" cellspacing="0">
        ${rows}
    </table>`;
}

function button({ label, href }: MailLink): Html {
    return html`<p style="${STYLE.actionRow}">
        <a class="button" style="${STYLE.button}" href="${href}">${label}</a>
    </p>`;
}

function calendarLine(label: string, calendars: readonly MailLink[]): Html {
    const links = calendars.map(
        ({ label: name, href }, index) =>
            html`${index > 0 && ' · '}<a class="link" style="${STYLE.link}" href="${href}">${name}</a>`
    );
    return html`<p class="text" style="${STYLE.calendars}">${label} ${links}</p>`;
}

/** Names in another script keep their direction to themselves. */
function isolated(text: string): Html {
    return html`<bdi>${linkedText(text)}</bdi>`;
}

function struck(text: string): Html {
    return html`<s class="quiet" style="${STYLE.struck}">${text}</s>`;
}
