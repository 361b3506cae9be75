import { isPeopleSite } from './personInView.ts';

describe('a site on which people are looked for', () => {
    it.each([
        ['https://mail.google.com/mail/u/0/', true],
        ['https://outlook.office.com/mail/', true],
        ['https://outlook.live.com/mail/', true],
        ['https://www.linkedin.com/in/chloe', true],
        ['https://example.com/', false],
        ['chrome://settings', false]
    ])('is or is not %s: %p', (address, expected) => {
        expect(isPeopleSite(address)).toBe(expected);
    });
});
