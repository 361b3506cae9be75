import { gunzipSync } from 'node:zlib';
import type { StartSearch } from '../scheduling/openSlots.ts';
import { SlotAnswers } from './slotAnswers.ts';

const MINUTE = Date.UTC(2026, 10, 23, 14) / 60_000;
const search: StartSearch = { starts: Int32Array.of(MINUTE, MINUTE + 30), reasons: undefined };

describe('the answers to searches', () => {
    it('are the same, packed or not', () => {
        const answers = new SlotAnswers();
        const plain = answers.find(search, 'Europe/Berlin', 30, false);
        expect(JSON.parse(plain.toString())).toEqual({
            timeZone: 'Europe/Berlin',
            slots: [
                { start: '2026-11-23T14:00:00.000Z', end: '2026-11-23T14:30:00.000Z' },
                { start: '2026-11-23T14:30:00.000Z', end: '2026-11-23T15:00:00.000Z' }
            ]
        });
        expect(gunzipSync(answers.find(search, 'Europe/Berlin', 30, true))).toEqual(plain);
    });

    it('are written and packed once for a search', () => {
        const answers = new SlotAnswers();
        for (const isPacked of [false, true]) {
            const first = answers.find(search, 'Europe/Berlin', 30, isPacked);
            expect(answers.find(search, 'Europe/Berlin', 30, isPacked)).toBe(first);
            const other: StartSearch = { starts: Int32Array.of(MINUTE), reasons: undefined };
            expect(answers.find(other, 'Europe/Berlin', 30, isPacked)).not.toBe(first);
        }
    });
});
