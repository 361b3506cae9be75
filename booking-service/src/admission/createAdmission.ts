import type { Logger } from 'pino';
import type { DatabaseConnection } from '../database/database.ts';
import { Admission } from './admission.ts';
import type { AdmissionParts } from './admission.ts';
import { ChallengeStore } from './challengeStore.ts';
import { patientLimits, ProofOfWork } from './proofOfWork.ts';

/** What an operator decides of admission. */
export interface AdmissionSettings {
    connection: DatabaseConnection;
    hasRateLimits: boolean;
    logger: Logger;
    /** Those who may not book; absent: nobody. */
    blocklist?: AdmissionParts['blocklist'];
    /** How much a visitor's browser works before it books with a reusable link; absent: nothing. */
    proofOfWorkBits?: number | undefined;
    now?: () => Date;
}

/** Admission with our own check for people, where that is wanted; another check takes its place here. */
export function createAdmission({ connection, logger, blocklist, ...settings }: AdmissionSettings): Admission {
    const { proofOfWorkBits: bits, hasRateLimits, now } = settings;
    if (bits === undefined) return new Admission({ blocklist, logger });
    const humanCheck = new ProofOfWork({
        store: new ChallengeStore(connection.db),
        bits,
        countPatient: patientLimits({ pool: connection.pool, isOff: !hasRateLimits, logger }),
        ...(now && { now })
    });
    return new Admission({ blocklist, humanCheck, logger });
}
