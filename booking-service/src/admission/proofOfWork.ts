import { createCounter } from '../operations/rateLimit.ts';
import type { Counter, RateLimitParts } from '../operations/rateLimit.ts';
import { readProof, writeChallenge } from './challenge.ts';
import type { ReadProof } from './challenge.ts';
import type { ChallengeStore } from './challengeStore.ts';
import type { HumanAttempt, HumanChallenge, HumanCheck, HumanVerdict } from './humanCheck.ts';

/** How long a page may stay open before its challenge has to be asked anew. */
const VALID_MS = 2 * 3_600_000;
/** Bookings without an answer in an hour: a family's worth for a network, and no flood for a link. */
const PATIENT = { ofNetwork: 6, ofLink: 30, durationSeconds: 3_600 };
/** Replicas' clocks may differ by this much. */
const SKEW_MS = 60_000;
/** How long somebody whose browser runs no script has to have had the page: less than filling it in takes. */
export const PATIENCE_SECONDS = 30;

/** Counts bookings without an answer. */
export interface PatientLimits {
    byNetwork: Counter;
    byLink: Counter;
}

/** Limits that all replicas share. */
export function patientLimits(parts: RateLimitParts): PatientLimits {
    const { ofNetwork, ofLink, durationSeconds } = PATIENT;
    return {
        byNetwork: createCounter(parts, { name: 'patient', points: ofNetwork, durationSeconds }),
        byLink: createCounter(parts, { name: 'patient-link', points: ofLink, durationSeconds })
    };
}

export interface ProofOfWorkParts {
    store: Pick<ChallengeStore, 'key' | 'spend'>;
    /** Leading zero bits, 1 to 24; each one more doubles the work. */
    bits: number;
    countPatient: PatientLimits;
    now?: () => Date;
}

/**
 * Our own check, which asks nobody else: the page's script searches for a number while the visitor fills the form in.
 * A browser without script pays with time instead, and few such bookings are taken in an hour.
 */
export class ProofOfWork implements HumanCheck {
    private readonly parts: ProofOfWorkParts;
    private readonly now: () => Date;

    constructor(parts: ProofOfWorkParts) {
        this.parts = parts;
        this.now = parts.now ?? (() => new Date());
    }

    async ask(link: string, earlier?: string): Promise<HumanChallenge> {
        const key = await this.parts.store.key();
        const begun = earlier === undefined ? undefined : readProof(key, link, earlier);
        const { challenge, issuedAt, bits } =
            begun && this.isValid(begun) ? begun : this.begin(key, link, this.parts.bits);
        return { kind: 'proof_of_work', challenge, bits, expiresAt: new Date(issuedAt.getTime() + VALID_MS) };
    }

    async judge({ link, attemptId, clientNetwork, proof }: HumanAttempt): Promise<HumanVerdict> {
        if (proof === undefined) return { outcome: 'missing' };
        const read = readProof(await this.parts.store.key(), link, proof);
        if (!read) return { outcome: 'wrong' };
        if (!this.isValid(read)) return { outcome: 'expired' };
        if (!read.isSolved) {
            // Something was sent in the place of the answer, and it is none.
            if (proof !== read.challenge) return { outcome: 'wrong' };
            const refusal = await this.mustBePatient(read, link, clientNetwork);
            if (refusal) return refusal;
        }
        const isOurs = await this.parts.store.spend(read.nonce, attemptId);
        return { outcome: isOurs ? 'passed' : 'spent' };
    }

    private begin(key: Buffer, link: string, bits: number) {
        const issuedAt = this.now();
        return { challenge: writeChallenge(key, link, bits, issuedAt), issuedAt, bits };
    }

    private isValid({ issuedAt }: ReadProof): boolean {
        const age = this.now().getTime() - issuedAt.getTime();
        return age >= -SKEW_MS && age < VALID_MS;
    }

    private async mustBePatient(
        { issuedAt }: ReadProof,
        link: string,
        clientNetwork: string
    ): Promise<HumanVerdict | undefined> {
        const ageSeconds = Math.floor((this.now().getTime() - issuedAt.getTime()) / 1000);
        if (ageSeconds < PATIENCE_SECONDS) {
            return { outcome: 'too_soon', retryAfterSeconds: PATIENCE_SECONDS - Math.max(0, ageSeconds) };
        }
        const { byNetwork, byLink } = this.parts.countPatient;
        const refusal = (await byNetwork(clientNetwork)) ?? (await byLink(link));
        return refusal && { outcome: 'too_many', ...retryAfter(refusal) };
    }
}

function retryAfter({ retryAfterSeconds }: { retryAfterSeconds: number | undefined }): { retryAfterSeconds?: number } {
    return retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
}
