import { targetOrgOf } from './targetOrg.ts';

describe('the target org', () => {
    it.each([
        [['--target-org', 'dev'], 'dev'],
        [['-o', 'me@example.com', '--dry-run'], 'me@example.com'],
        [['--target-org=dev', '--wait', '5'], 'dev'],
        [['--dry-run'], undefined]
    ])('of %j is %s', (flags, target) => {
        expect(targetOrgOf(flags)).toBe(target);
    });
});
