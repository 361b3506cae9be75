import type { MailView } from './mailView.ts';

/** The mail for those who read plain text: everything the HTML says, with addresses written out. */
export function mailText(view: MailView): string {
    const { hello, intro, notice, code, title, facts, action, calendars = [], notes, texts, company } = view;
    const paragraphs = [
        view.heading,
        hello,
        intro,
        notice,
        code,
        title === undefined ? undefined : [title, ...facts.map(factLine)].join('\n'),
        action && `${action.label}:\n${action.href}`,
        calendars.length > 0 &&
            [texts.actions.addTo, ...calendars.map(({ label, href }) => `${label}: ${href}`)].join('\n'),
        ...notes,
        `-- \n${texts.footer(company)}`
    ];
    return `${paragraphs.filter((paragraph) => typeof paragraph === 'string').join('\n\n')}\n`;
}

function factLine({ label, values }: MailView['facts'][number]): string {
    const lines = values.flatMap((value) => value.split('\n'));
    return lines.length > 1
        ? `${label}:\n${lines.map((line) => `  ${line}`).join('\n')}`
        : `${label}: ${lines.join('')}`;
}
