import { hashKey, hashRequest, openToken, sealToken } from './idempotency.ts';
import { NewBooking } from './newBooking.ts';

const booking = NewBooking.parse({
    link: 'l/julio-intro',
    start: '2026-11-23T09:00:00Z',
    timeZone: 'Europe/Berlin',
    prospect: { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com' },
    answers: { a: 'one', b: true }
});

describe('sealed manage tokens', () => {
    it('open with the key they were sealed with', () => {
        expect(openToken(sealToken('secret', 'a-key-of-the-client'), 'a-key-of-the-client')).toBe('secret');
    });

    it('do not open with another key', () => {
        expect(() => openToken(sealToken('secret', 'a-key-of-the-client'), 'another-key-of-one')).toThrow();
    });

    it('look different each time and never hold the token', () => {
        const sealed = sealToken('secret', 'a-key-of-the-client');
        expect(sealed.equals(sealToken('secret', 'a-key-of-the-client'))).toBe(false);
        expect(sealed.toString('latin1')).not.toContain('secret');
    });
});

describe('hashRequest', () => {
    it('is the same for the same booking, whatever the order of its answers', () => {
        expect(hashRequest({ ...booking, answers: { b: true, a: 'one' } })).toBe(hashRequest(booking));
    });

    it.each([
        ['start', { start: new Date('2026-11-23T09:30:00Z') }],
        ['guests', { guests: ['bob@example.com'] }],
        ['answers', { answers: { a: 'two', b: true } }],
        ['prospect', { prospect: { ...booking.prospect, email: 'eve@example.com' } }]
    ])('differs when %s differs', (_, change) => {
        expect(hashRequest({ ...booking, ...change })).not.toBe(hashRequest(booking));
    });
});

it('keeps a hash of the key, not the key', () => {
    expect(hashKey('a-key-of-the-client')).toMatch(/^[0-9a-f]{64}$/);
});
