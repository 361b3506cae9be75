import { Problem } from '../../problem/problem.ts';
import { EN } from './en.ts';
import type { ActReason } from './refusalWords.ts';

/** Something is wrong with what a host or an admin asks for: `invalid_request`, with a reason that each language words. */
export class ActRefusal extends Problem {
    readonly reason: ActReason;
    /** What it is about, such as Salesforce's code. */
    readonly about: string;

    constructor(reason: ActReason, { about = '', cause }: { about?: string; cause?: unknown } = {}) {
        super('invalid_request', { detail: EN.reasons[reason].replace('{0}', about), cause });
        this.reason = reason;
        this.about = about;
    }
}
