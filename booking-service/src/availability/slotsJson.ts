import { MINUTES_PER_DAY } from '../scheduling/localDay.ts';
import type { LocalDay } from '../scheduling/localDay.ts';
import { numberAt } from '../scheduling/spans.ts';

/** One slot as it is written; dates and times are put in place of the zeros. */
const SLOT = '\n {"start":"0000-00-00T00:00:00.000Z","end":"0000-00-00T00:00:00.000Z"},';
/** A slot is a line of 72 bytes, so that it can be copied as whole words. */
const WORDS = SLOT.length / 4;
/** Ends on the border of a word. */
const BEGIN = '   [';
const START_AT = SLOT.indexOf('0000');
const END_AT = SLOT.lastIndexOf('0000-');
const MONTH_AT = 'YYYY-'.length;
const DAY_AT = 'YYYY-MM-'.length;
const HOUR_AT = 'YYYY-MM-DDT'.length;
const MINUTE_AT = 'YYYY-MM-DDTHH:'.length;
/** Four hundred years, after which the calendar comes again. */
const DAYS_PER_ERA = 146_097;
const DAYS_FROM_MARCH_0000 = 719_468;
const ZERO = '0'.charCodeAt(0);

/**
 * Writes the JSON of `[{ "start", "end" }, …]`, instants in UTC, straight from the minutes: an object, a Date and two
 * texts for each slot would cost more than finding it.
 *
 * @param starts whole minutes since 1970, in the years 1970 to 2199
 */
export function slotsJson(starts: Int32Array, durationMinutes: number): Buffer {
    if (starts.length === 0) return Buffer.from('[]');
    const template = new Int32Array(WORDS);
    const templateBytes = Buffer.from(template.buffer);
    templateBytes.write(SLOT, 'latin1');
    const [start, end] = [new InstantWriter(templateBytes, START_AT), new InstantWriter(templateBytes, END_AT)];
    const words = new Int32Array(1 + starts.length * WORDS);
    const json = Buffer.from(words.buffer);
    json.write(BEGIN, 'latin1');
    for (let index = 0, to = 1; index < starts.length; index++, to += WORDS) {
        start.write(numberAt(starts, index));
        end.write(numberAt(starts, index) + durationMinutes);
        for (let word = 0; word < WORDS; word++) words[to + word] = numberAt(template, word);
    }
    // In place of the last comma.
    json[json.length - 1] = ']'.charCodeAt(0);
    return json;
}

/** Writes instants into one place; the date only when it changes. */
class InstantWriter {
    private readonly target: Buffer;
    private readonly at: number;
    private day = NaN;

    constructor(target: Buffer, at: number) {
        this.target = target;
        this.at = at;
    }

    write(minute: number): void {
        const day = Math.floor(minute / MINUTES_PER_DAY);
        if (day !== this.day) this.writeDate(day);
        const minuteOfDay = minute - day * MINUTES_PER_DAY;
        const hour = Math.trunc(minuteOfDay / 60);
        this.writeTwoDigits(HOUR_AT, hour);
        this.writeTwoDigits(MINUTE_AT, minuteOfDay - hour * 60);
    }

    /** By arithmetic (days from 1 March, so that a leap day comes last): Date and its text take twenty times as long. */
    private writeDate(day: LocalDay): void {
        this.day = day;
        const sinceMarch0000 = day + DAYS_FROM_MARCH_0000;
        const era = Math.floor(sinceMarch0000 / DAYS_PER_ERA);
        const dayOfEra = sinceMarch0000 - era * DAYS_PER_ERA;
        const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
        const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
        const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
        const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
        const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        this.writeTwoDigits(0, Math.trunc(year / 100));
        this.writeTwoDigits(2, year % 100);
        this.writeTwoDigits(MONTH_AT, month);
        this.writeTwoDigits(DAY_AT, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
    }

    private writeTwoDigits(offset: number, value: number): void {
        const tens = Math.trunc(value / 10);
        this.target[this.at + offset] = ZERO + tens;
        this.target[this.at + offset + 1] = ZERO + value - tens * 10;
    }
}
