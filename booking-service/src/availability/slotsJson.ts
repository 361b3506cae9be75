import { formatLocalDay, MINUTES_PER_DAY } from '../scheduling/localDay.ts';
import { numberAt } from '../scheduling/spans.ts';

/** One slot as it is written; dates and times are put in place of the zeros. */
const SLOT = '{"start":"0000-00-00T00:00:00.000Z","end":"0000-00-00T00:00:00.000Z"},';
const START_AT = SLOT.indexOf('0000');
const END_AT = SLOT.lastIndexOf('0000-');
const HOUR_AT = 'YYYY-MM-DDT'.length;
const MINUTE_AT = 'YYYY-MM-DDTHH:'.length;
const ZERO = '0'.charCodeAt(0);

/**
 * Writes the JSON of `[{ "start", "end" }, …]`, instants in UTC, straight from the minutes: an object, a Date and two
 * texts for each slot would cost more than finding it.
 *
 * @param starts whole minutes since 1970, in the years 1970 to 2199
 */
export function slotsJson(starts: Int32Array, durationMinutes: number): Buffer {
    if (starts.length === 0) return Buffer.from('[]');
    const template = Buffer.from(SLOT);
    const [start, end] = [new InstantWriter(template, START_AT), new InstantWriter(template, END_AT)];
    const json = Buffer.allocUnsafe(1 + starts.length * template.length);
    json[0] = '['.charCodeAt(0);
    for (let index = 0; index < starts.length; index++) {
        start.write(numberAt(starts, index));
        end.write(numberAt(starts, index) + durationMinutes);
        json.set(template, 1 + index * template.length);
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
        if (day !== this.day) {
            this.target.write(formatLocalDay(day), this.at, 'latin1');
            this.day = day;
        }
        const minuteOfDay = minute - day * MINUTES_PER_DAY;
        const hour = Math.trunc(minuteOfDay / 60);
        this.writeTwoDigits(this.at + HOUR_AT, hour);
        this.writeTwoDigits(this.at + MINUTE_AT, minuteOfDay - hour * 60);
    }

    private writeTwoDigits(at: number, value: number): void {
        const tens = Math.trunc(value / 10);
        this.target[at] = ZERO + tens;
        this.target[at + 1] = ZERO + value - tens * 10;
    }
}
