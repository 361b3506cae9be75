import { randomBytes } from 'node:crypto';
import { firstWord } from '../pages/client/sha256.ts';
import { Problem } from '../problem/problem.ts';
import type { HumanAttempt } from './humanCheck.ts';
import { PATIENCE_SECONDS, ProofOfWork } from './proofOfWork.ts';

const LINK = '/l/julio-intro';
const BITS = 6;
const HOUR_S = 3_600;

function setup() {
    const key = randomBytes(32);
    const spent = new Map<string, string>();
    let clock = Date.parse('2026-11-23T09:00:00Z');
    let patient = 2;
    const check = new ProofOfWork({
        bits: BITS,
        store: {
            key: () => Promise.resolve(key),
            spend: (nonce, attemptId) => {
                spent.set(nonce, spent.get(nonce) ?? attemptId);
                return Promise.resolve(spent.get(nonce) === attemptId);
            }
        },
        countPatient: {
            byNetwork: () => {
                patient -= 1;
                const refusal = new Problem('rate_limited', { retryAfterSeconds: 600 });
                return Promise.resolve(patient < 0 ? refusal : undefined);
            },
            byLink: () => Promise.resolve(undefined)
        },
        now: () => new Date(clock)
    });
    const judge = (attempt: Partial<HumanAttempt>) =>
        check.judge({ link: LINK, attemptId: 'one', clientNetwork: '203.0.113.7', proof: undefined, ...attempt });
    return { check, judge, passSeconds: (seconds: number) => (clock += seconds * 1000) };
}

/** As the page's worker does it. */
function solve(challenge: string, bits: number): string {
    const text = challenge.split('.').at(-1) ?? '';
    let answer = 0;
    while (firstWord(`${text}.${answer.toString(36)}`) >>> (32 - bits) !== 0) answer += 1;
    return `${challenge}.${answer.toString(36)}`;
}

describe('ProofOfWork', () => {
    it('takes the answer to its challenge, for one attempt however often that is repeated', async () => {
        const { check, judge } = setup();
        const { challenge, bits } = await check.ask(LINK);
        const proof = solve(challenge, bits);
        expect(bits).toBe(BITS);
        expect(await judge({ proof })).toEqual({ outcome: 'passed' });
        expect(await judge({ proof })).toEqual({ outcome: 'passed' });
        expect(await judge({ proof, attemptId: 'another' })).toEqual({ outcome: 'spent' });
    });

    it('refuses what was not asked, not for this link, or not answered', async () => {
        const { check, judge } = setup();
        const { challenge, bits } = await check.ask(LINK);
        const proof = solve(challenge, bits);
        const [seconds, , ...rest] = proof.split('.');
        const wrongAnswer = Array.from({ length: 99 }, (_, number) => `${challenge}.${number.toString(36)}`).find(
            (candidate) => firstWord(candidate.split('.').slice(-2).join('.')) >>> (32 - bits) !== 0
        );
        expect(await judge({})).toEqual({ outcome: 'missing' });
        expect(await judge({ proof: wrongAnswer })).toEqual({ outcome: 'wrong' });
        expect(await judge({ proof, link: '/l/another' })).toEqual({ outcome: 'wrong' });
        // Easier, by somebody else, or of any form.
        const forged = [seconds, '1', ...rest].join('.');
        for (const other of [forged, `${proof}.0`, `${challenge}.`, 'x', '....', '...']) {
            expect([other, await judge({ proof: other })]).toEqual([other, { outcome: 'wrong' }]);
        }
        expect(await setup().judge({ proof })).toEqual({ outcome: 'wrong' });
    });

    it('ends with the time a page may stay open', async () => {
        const { check, judge, passSeconds } = setup();
        const { challenge, bits, expiresAt } = await check.ask(LINK);
        expect(expiresAt).toEqual(new Date('2026-11-23T11:00:00Z'));
        passSeconds(2 * HOUR_S);
        expect(await judge({ proof: solve(challenge, bits) })).toEqual({ outcome: 'expired' });
    });

    it('takes no answer after some time, a few times an hour', async () => {
        const { check, judge, passSeconds } = setup();
        const { challenge } = await check.ask(LINK);
        passSeconds(10);
        expect(await judge({ proof: challenge })).toEqual({
            outcome: 'too_soon',
            retryAfterSeconds: PATIENCE_SECONDS - 10
        });
        passSeconds(PATIENCE_SECONDS - 10);
        expect(await judge({ proof: challenge })).toEqual({ outcome: 'passed' });
        expect(await judge({ proof: challenge, attemptId: 'another' })).toEqual({ outcome: 'spent' });
        expect(await judge({ proof: challenge })).toEqual({ outcome: 'too_many', retryAfterSeconds: 600 });
    });

    it('asks the same again while that is good, so that nobody begins anew', async () => {
        const { check, passSeconds } = setup();
        const first = await check.ask(LINK);
        passSeconds(60);
        expect(await check.ask(LINK, first.challenge)).toEqual(first);
        expect(await check.ask(LINK, solve(first.challenge, first.bits))).toEqual(first);
        expect((await check.ask('/l/another', first.challenge)).challenge).not.toBe(first.challenge);
        passSeconds(2 * HOUR_S);
        expect((await check.ask(LINK, first.challenge)).challenge).not.toBe(first.challenge);
    });
});
