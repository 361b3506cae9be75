import { Problem } from '../problem/problem.ts';

/** What is asked of a visitor before a booking; each kind has a part of the page, and of its script, that does it. */
export interface HumanChallenge {
    kind: 'proof_of_work';
    /** To be answered with `<challenge>.<number>`. */
    challenge: string;
    /** Leading zero bits that SHA-256 of `<last part of the challenge>.<number>` has to have. */
    bits: number;
    expiresAt: Date;
}

/** One try to book. */
export interface HumanAttempt {
    /** Path of the link, `/l/<slug>`. */
    link: string;
    /** The same for every repetition of one try, so that a lost answer costs no second proof. */
    attemptId: string;
    /** Who tries; tries of one network are counted together. */
    clientNetwork: string;
    /** As it was sent; undefined: nothing was. */
    proof: string | undefined;
}

/** Why a proof does not count. */
export type HumanRefusal = 'missing' | 'wrong' | 'expired' | 'spent' | 'too_soon' | 'too_many';

export type HumanVerdict =
    { outcome: 'passed' } | { outcome: HumanRefusal; /** When trying again makes sense. */ retryAfterSeconds?: number };

/**
 * Tells people from programs. Proof of work is our own; a service such as Turnstile or hCaptcha is another one of these,
 * with a `kind` of its own, and bookings do not change.
 */
export interface HumanCheck {
    /** What a visitor of a link has to do; what was begun with an earlier answer goes on where that is still good. */
    ask(link: string, earlier?: string): Promise<HumanChallenge>;
    /** Whether a proof counts; one that does is good for this attempt alone from then on. */
    judge(attempt: HumanAttempt): Promise<HumanVerdict>;
}

const MESSAGES: Record<HumanRefusal, string> = {
    missing: 'is required: get a challenge from GET /api/v1/human-check',
    wrong: 'does not answer a challenge for this link',
    expired: 'has expired: get a new challenge',
    spent: 'was used for another booking: get a new challenge',
    too_soon: 'holds no answer yet: send one, or wait for the seconds of Retry-After',
    too_many: 'holds no answer, and too many without one were accepted lately: send one'
};

/** The proof that somebody is no program is missing. Nothing is consumed. */
export class HumanCheckProblem extends Problem {
    readonly reason: HumanRefusal;

    constructor(reason: HumanRefusal, retryAfterSeconds?: number) {
        super('human_check_required', {
            errors: [{ field: 'humanProof', message: MESSAGES[reason] }],
            ...(retryAfterSeconds !== undefined && { retryAfterSeconds })
        });
        this.reason = reason;
    }
}
