import type { Problem } from '../../problem/problem.ts';
import { ActRefusal } from './actRefusal.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ACTION_KINDS } from './refusalWords.ts';
import type { ActionKind, RefusalWords } from './refusalWords.ts';

/** `MeetingAction__c.Error__c` holds no more. */
const LONGEST = 255;

/** The languages of the components that show them. */
const WORDS: Partial<Record<string, RefusalWords>> = { en: EN, de: DE };

/**
 * Why an action is refused, in a sentence for the host or admin who reads it in Salesforce: what visitors of the booking
 * pages are told ("choose another time, the link can still be used") would lead them astray.
 * @param language as in `User.LanguageLocaleKey`, `de` or `en_US`; English where there are no words
 */
export function refusalSentence(kind: string, problem: Problem, language = 'en'): string {
    const words = WORDS[language.split('_')[0] ?? ''] ?? EN;
    return sentenceOf(words, kind, problem).slice(0, LONGEST);
}

function sentenceOf({ byCode, byKind, reasons, other }: RefusalWords, kind: string, problem: Problem): string {
    if (problem instanceof ActRefusal) return reasons[problem.reason].replace('{0}', problem.about);
    const own = isActionKind(kind) ? byKind[kind][problem.code] : undefined;
    return own ?? byCode[problem.code] ?? other.replace('{0}', problem.code);
}

const isActionKind = (kind: string): kind is ActionKind => (ACTION_KINDS as readonly string[]).includes(kind);
