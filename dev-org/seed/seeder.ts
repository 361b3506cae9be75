import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { ObjectSchema } from '../src/schema/schema.ts';
import type { RecordInput, RecordStore } from '../src/store/recordStore.ts';

const FRIDAY = 5;

/** Writes sample records, as this or that user, around one moment. */
export class Seeder {
    readonly store: RecordStore;
    readonly #now: Temporal.Instant;

    /** @param now milliseconds since the epoch; every date of the sample company follows from it */
    constructor(store: RecordStore, now: number) {
        this.store = store;
        this.#now = Temporal.Instant.fromEpochMilliseconds(now);
    }

    /**
     * Inserts a record and returns its id.
     * @param createdAt when it was created, as an ISO instant; now unless told otherwise
     * @throws SalesforceError as an org would
     */
    insert(objectName: string, input: RecordInput, actorId: string, createdAt?: string): string {
        const actor = { userId: actorId, ...(createdAt !== undefined && { createdAt }) };
        return this.store.insert(this.object(objectName), input, actor).Id;
    }

    update(objectName: string, id: string, input: RecordInput, actorId: string): void {
        this.store.update(this.object(objectName), id, input, { userId: actorId });
    }

    /** @throws Error when the org does not have the object */
    object(name: string): ObjectSchema {
        const object = this.store.schema.object(name);
        if (!object) throw new Error(`The sample company needs ${name}, which this org does not have.`);
        return object;
    }

    /**
     * A wall-clock time on a working day, as an ISO instant.
     * @param workingDays from today; 1 is the next day from Monday to Friday, -1 the last one
     * @param time `09:30`, on the clock of `timeZone`
     */
    at(workingDays: number, time: string, timeZone: string): string {
        const day = this.workingDay(workingDays, timeZone);
        return day.toZonedDateTime({ timeZone, plainTime: time }).toInstant().toString();
    }

    /** An ISO instant some days and hours from now; negative for the past. */
    fromNow({ days = 0, hours = 0 }: { days?: number; hours?: number }): string {
        return this.#now.add({ hours: days * 24 + hours }).toString({ smallestUnit: 'second' });
    }

    /** Counts working days from today in that zone; 0 is today, or the next Monday. */
    workingDay(offset: number, timeZone: string): Temporal.PlainDate {
        const step = offset < 0 ? -1 : 1;
        let day = this.#now.toZonedDateTimeISO(timeZone).toPlainDate();
        if (offset === 0) while (day.dayOfWeek > FRIDAY) day = day.add({ days: 1 });
        for (let left = Math.abs(offset); left > 0;) {
            day = day.add({ days: step });
            if (day.dayOfWeek <= FRIDAY) left -= 1;
        }
        return day;
    }
}

/** `instant` so many minutes later, as an ISO instant. */
export function minutesAfter(instant: string, minutes: number): string {
    return Temporal.Instant.from(instant).add({ minutes }).toString();
}

/** Hash of a token that is forgotten at once, so that no sample link can be opened by somebody who reads this code. */
export function throwAwayTokenHash(): string {
    return createHash('sha256').update(randomBytes(32)).digest('hex');
}
