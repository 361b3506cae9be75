import { constants, gzipSync } from 'node:zlib';
import type { StartSearch } from '../scheduling/openSlots.ts';
import { slotsJson } from './slotsJson.ts';

/** The answer to one search, as it is and as most clients take it. */
interface SlotAnswer {
    plain: Buffer;
    packed?: Buffer;
}

/**
 * The bodies of `GET /api/v1/slots`. A search belongs to one zone and one length and comes back as long as it is true,
 * so its body is written and packed once. Times of day repeat: even the fastest level leaves a tenth.
 */
export class SlotAnswers {
    private readonly answers = new WeakMap<StartSearch, SlotAnswer>();

    /** JSON in UTF-8, gzipped if wanted. */
    find(search: StartSearch, timeZone: string, durationMinutes: number, isPacked: boolean): Buffer {
        let answer = this.answers.get(search);
        if (!answer) {
            answer = { plain: write(search, timeZone, durationMinutes) };
            this.answers.set(search, answer);
        }
        if (!isPacked) return answer.plain;
        return (answer.packed ??= gzipSync(answer.plain, { level: constants.Z_BEST_SPEED }));
    }
}

/** Says of each host why, but of nobody who it is: prospects are strangers. */
function write({ starts, reasons }: StartSearch, timeZone: string, durationMinutes: number): Buffer {
    const head = `{"timeZone":${JSON.stringify(timeZone)},"slots":`;
    const why = reasons && {
        reason: reasons.overall,
        hosts: reasons.hosts.map(({ role, reason }) => ({ role, reason: reason ?? null }))
    };
    const tail = why ? `,${JSON.stringify(why).slice(1)}` : '}';
    return Buffer.concat([Buffer.from(head), slotsJson(starts, durationMinutes), Buffer.from(tail)]);
}
