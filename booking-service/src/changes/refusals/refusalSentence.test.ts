import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../../problem/problem.ts';
import { PROBLEMS } from '../../problem/problems.ts';
import type { ProblemCode } from '../../problem/problems.ts';
import { ActRefusal } from './actRefusal.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { refusalSentence } from './refusalSentence.ts';
import { ACT_REASONS, ACTION_KINDS } from './refusalWords.ts';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const LANGUAGES = ['en_US', 'de'];
const EVERY = ACTION_KINDS.flatMap((kind) => CODES.map((code) => ({ kind, code })));
/** Words that only make sense to somebody who holds a booking link or a mail about a meeting. */
const PROSPECT_WORDS = /contact the host|latest e-mail|ask for a new|the link can still|idempotency|sent it|send less/i;

function expectSentence(sentence: string): void {
    expect(sentence).not.toMatch(PROSPECT_WORDS);
    expect(sentence).toMatch(/^[A-ZÄÖÜ].{15,}\.$/);
    expect(sentence.length).toBeLessThan(255);
}

describe('refusalSentence', () => {
    it.each(EVERY)('says to a host why $kind is refused with $code', ({ kind, code }) => {
        const [english = '', german = ''] = LANGUAGES.map((language) =>
            refusalSentence(kind, new Problem(code), language)
        );
        expectSentence(english);
        expectSentence(german);
        expect(german).not.toBe(english);
        expect(english).not.toBe(PROBLEMS[code].detail);
    });

    it.each(ACT_REASONS)('says what is wrong with a request: %s', (reason) => {
        const refusal = new ActRefusal(reason, { about: 'X' });
        const [english = '', german = ''] = LANGUAGES.map((language) => refusalSentence('Cancel', refusal, language));
        expectSentence(english);
        expectSentence(german);
        expect(german).not.toBe(english);
        expect(refusal.message).toBe(english);
        expect(refusal.code).toBe('invalid_request');
    });

    it('has the same words in each language', () => {
        const shapeOf = ({ byCode, byKind, reasons }: typeof EN) =>
            JSON.stringify(
                [byCode, reasons, ...Object.values(byKind)].map((part) =>
                    Object.entries(part).map(([key, text]) => [key, text.includes('{0}')])
                )
            );
        expect(shapeOf(DE)).toBe(shapeOf(EN));
    });

    it('tells a host whose colleague is busy to choose another host, not another time', () => {
        expect(refusalSentence('Reassign', new Problem('slot_taken'))).toContain('Choose another host');
        expect(refusalSentence('Reschedule', new Problem('slot_taken'))).toContain('Choose another time');
    });

    it('is English in a language that the components do not speak, and for an act that this version does not know', () => {
        const sentence = EN.byCode.meeting_over;
        expect(refusalSentence('Teleport', new Problem('meeting_over'), 'pt_BR')).toBe(sentence);
    });

    it('knows every act that can be asked for in Salesforce', () => {
        const file = 'force-app/main/default/objects/MeetingAction__c/fields/Kind__c.field-meta.xml';
        const xml = readFileSync(path.join(import.meta.dirname, '..', '..', '..', '..', file), 'utf8');
        const values = [...xml.matchAll(/<fullName>([^<]+)<\/fullName>/g)].map(([, name]) => name);
        expect(values.filter((name) => name !== 'Kind__c')).toEqual([...ACTION_KINDS]);
    });
});
