import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A challenge that this service has signed, and what was answered to it. */
export interface ReadProof {
    issuedAt: Date;
    bits: number;
    /** Tells one challenge from all others. */
    nonce: string;
    /** The challenge alone, to be asked again. */
    challenge: string;
    isSolved: boolean;
}

const MAC_BYTES = 16;
const LONGEST_ANSWER = 12;

/** A new challenge for a link: when it was made, how hard it is, what tells it from others, and our signature. */
export function writeChallenge(key: Buffer, link: string, bits: number, now: Date): string {
    const head = [Math.floor(now.getTime() / 1000).toString(36), bits, randomBytes(12).toString('base64url')].join('.');
    return `${head}.${sign(key, link, head)}`;
}

/** A challenge with or without its answer; undefined when it was not made here and for this link. */
export function readProof(key: Buffer, link: string, proof: string): ReadProof | undefined {
    const [seconds = '', bits = '', nonce = '', mac = '', answer, ...rest] = proof.split('.');
    const head = [seconds, bits, nonce].join('.');
    if (rest.length > 0 || !isSame(mac, sign(key, link, head))) return undefined;
    return {
        issuedAt: new Date(Number.parseInt(seconds, 36) * 1000),
        bits: Number(bits),
        nonce,
        challenge: `${head}.${mac}`,
        isSolved: answer !== undefined && answer.length <= LONGEST_ANSWER && isSolution(mac, answer, Number(bits))
    };
}

/** What the visitor's browser searches for; the signature is as random as anything, so the search cannot be begun early. */
function isSolution(mac: string, answer: string, bits: number): boolean {
    const word = createHash('sha256').update(`${mac}.${answer}`).digest().readUInt32BE();
    return word >>> (32 - bits) === 0;
}

function sign(key: Buffer, link: string, head: string): string {
    const mac = createHmac('sha256', key).update(`${link} ${head}`).digest();
    return mac.subarray(0, MAC_BYTES).toString('base64url');
}

function isSame(given: string, wanted: string): boolean {
    const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
    return one.length === other.length && timingSafeEqual(one, other);
}
