import type { Logger } from 'pino';
import { clientNetwork } from '../operations/clientNetwork.ts';
import { Problem } from '../problem/problem.ts';
import type { Blocklist, Booker } from './blocklist.ts';
import { HumanCheckProblem } from './humanCheck.ts';
import type { HumanChallenge, HumanCheck } from './humanCheck.ts';

export interface AdmissionParts {
    /** Absent: everybody may book. */
    blocklist?: { current(): Blocklist } | undefined;
    /** Absent: nothing is asked of anybody. */
    humanCheck?: HumanCheck | undefined;
    logger: Logger;
}

/** A link, as far as admission looks at it. */
export interface AdmittingLink {
    kind: 'single_use' | 'reusable';
    /** `/s/<token>` or `/l/<slug>`. */
    path: string;
}

export interface AdmissionRequest {
    link: AdmittingLink;
    /** The same for every repetition of one try. */
    attemptId: string;
    clientAddress: string | undefined;
    proof: string | undefined;
}

/** Who may book at all. Whatever it refuses has cost the link nothing. */
export class Admission {
    private readonly parts: AdmissionParts;

    constructor(parts: AdmissionParts) {
        this.parts = parts;
    }

    /** What a visitor of a link has to do before booking; undefined: nothing. */
    async ask({ kind, path }: AdmittingLink, earlier?: string): Promise<HumanChallenge | undefined> {
        // Its token, which nobody can guess, lets one booking in: no check could say more.
        return kind === 'single_use' ? undefined : this.parts.humanCheck?.ask(path, earlier);
    }

    /** @throws Problem booking_refused, the same for every entry of the list */
    mustBeWelcome(booker: Booker): void {
        const blockedBy = this.parts.blocklist?.current().find(booker);
        if (blockedBy === undefined) return;
        this.parts.logger.warn({ blockedBy }, 'a booking is refused by the blocklist');
        throw new Problem('booking_refused');
    }

    /** @throws HumanCheckProblem when the link asks for a proof and this is none */
    async mustBeHuman({ link, attemptId, clientAddress, proof }: AdmissionRequest): Promise<void> {
        if (link.kind === 'single_use' || !this.parts.humanCheck) return;
        const verdict = await this.parts.humanCheck.judge({
            link: link.path,
            attemptId,
            clientNetwork: clientNetwork(clientAddress ?? ''),
            proof
        });
        if (verdict.outcome !== 'passed') throw new HumanCheckProblem(verdict.outcome, verdict.retryAfterSeconds);
    }
}
