import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { NewBooking } from './newBooking.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What is kept of a client's key; it opens nothing. */
export function hashKey(idempotencyKey: string): string {
    return createHash('sha256').update(idempotencyKey).digest('hex');
}

/** Tells a true retry from another booking under the same key. */
export function hashRequest(booking: NewBooking): string {
    const { link, start, timeZone, durationMinutes, prospect, guests, answers } = booking;
    const sortedAnswers = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
    const { firstName, lastName, email, company, phone } = prospect;
    const parts = [
        link,
        start.toISOString(),
        timeZone,
        durationMinutes,
        firstName,
        lastName,
        email,
        company,
        phone,
        guests,
        sortedAnswers
    ];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Encrypts the manage token so that only the client that holds the key can be given it again. */
export function sealToken(token: string, idempotencyKey: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', sealingKey(idempotencyKey), nonce);
    return Buffer.concat([nonce, cipher.update(token, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the key is not the one the token was sealed with. */
export function openToken(sealed: Buffer, idempotencyKey: string): string {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(idempotencyKey), nonce);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}

function sealingKey(idempotencyKey: string): Buffer {
    return Buffer.from(hkdfSync('sha256', idempotencyKey, '', 'admit-one manage token', 32));
}
