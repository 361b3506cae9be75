import { chooseLocale } from '../../pages/locales/texts.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** Every text of mails in one language; a further one is an object of this type, and a line in the table below. */
export type MailTexts = typeof en;

const TABLES: Readonly<Record<string, MailTexts>> = { en, de, fr, es, ja };

/** The language a mail is written in, with the region of its dates: English where we do not have somebody's own. */
export function mailLocale(wanted: string | undefined): string {
    return chooseLocale(wanted);
}

/** The texts for what `mailLocale` chose. */
export function mailTexts(locale: string): MailTexts {
    return TABLES[locale.split('-', 1)[0] ?? ''] ?? en;
}
