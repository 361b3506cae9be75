import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../problem/problem.ts';
import { PROBLEMS } from '../problem/problems.ts';
import type { ProblemCode } from '../problem/problems.ts';
import { ACTION_KINDS, refusalSentence } from './actionRefusals.ts';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const EVERY = ACTION_KINDS.flatMap((kind) => CODES.map((code) => ({ kind, code })));
/** Words that only make sense to somebody who holds a booking link or a mail about a meeting. */
const PROSPECT_WORDS = /contact the host|latest e-mail|ask for a new|the link can still|idempotency|sent it|send less/i;

describe('refusalSentence', () => {
    it.each(EVERY.filter(({ code }) => code !== 'invalid_request'))(
        'says to a host why $kind is refused with $code',
        ({ kind, code }) => {
            const sentence = refusalSentence(kind, new Problem(code));
            expect(sentence).not.toBe(PROBLEMS[code].detail);
            expect(sentence).not.toMatch(PROSPECT_WORDS);
            expect(sentence).toMatch(/^[A-Z].{15,}\.$/);
            expect(sentence.length).toBeLessThanOrEqual(255);
        }
    );

    it.each(ACTION_KINDS)('says what is wrong with a request for %s in the words of who found it', (kind) => {
        const problem = new Problem('invalid_request', { detail: 'Choose a new time in the future.' });
        expect(refusalSentence(kind, problem)).toBe('Choose a new time in the future.');
    });

    it('tells a host whose colleague is busy to choose another host, not another time', () => {
        expect(refusalSentence('Reassign', new Problem('slot_taken'))).toContain('Choose another host');
        expect(refusalSentence('Reschedule', new Problem('slot_taken'))).toContain('Choose another time');
    });

    it('has a sentence for an act that this version does not know', () => {
        expect(refusalSentence('Teleport', new Problem('meeting_over'))).toContain('cannot be done any more');
    });

    it('knows every act that can be asked for in Salesforce', () => {
        const file = 'force-app/main/default/objects/MeetingAction__c/fields/Kind__c.field-meta.xml';
        const xml = readFileSync(path.join(import.meta.dirname, '..', '..', '..', file), 'utf8');
        const values = [...xml.matchAll(/<fullName>([^<]+)<\/fullName>/g)].map(([, name]) => name);
        expect(values.filter((name) => name !== 'Kind__c')).toEqual([...ACTION_KINDS]);
    });
});
