import { hashToken, newToken } from '../../../force-app/main/default/lwc/linkToken/linkToken.ts';
import { hashTokenNow } from './tokenHash.ts';

describe('hashTokenNow', () => {
    it('gives what the components store in Salesforce, however the token is typed', async () => {
        for (let count = 0; count < 50; count++) {
            const token = newToken();
            const hash = await hashToken(token);
            expect([hashTokenNow(token), hashTokenNow(token.toUpperCase())]).toEqual([hash, hash]);
        }
    });

    it('refuses what cannot be a token, without repeating it', () => {
        expect(() => hashTokenNow('secret')).toThrow(RangeError);
        expect(() => hashTokenNow('secret')).not.toThrow(/secret/);
    });
});
