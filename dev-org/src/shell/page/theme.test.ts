import { pageTheme } from './theme.ts';

describe('pageTheme', () => {
    it.each([
        ['', 'slds2'],
        ['devOrgUser=005; devOrgTheme=slds1', 'slds1'],
        ['devOrgTheme=neon', 'slds2']
    ])('reads the cookies "%s" as %s', (cookie, theme) => {
        expect(pageTheme({ headers: { cookie } })).toBe(theme);
    });
});
