import type { ShellSettings } from '../../../modules/shellSettings.ts';
import { faultPage, shellPage } from './html.ts';

const ASSETS = {
    pageStyles: '/b.css',
    icon: '/i.svg',
    bootScript: '/boot.js',
    appScript: '/app.js'
};

function settings(orgName: string): ShellSettings {
    const look = { theme: 'slds1', styleSheets: { slds1: '/one.css', slds2: '/two.css' } };
    return { orgName, lang: 'en-US', userId: '005000000000001AAA', ...look } as ShellSettings;
}

describe('shellPage', () => {
    it('hands the settings over without letting any text end the script element', () => {
        const body = String(shellPage(settings('</script><script>alert(1)</script>'), ASSETS).body);
        const data = /<script id="dev-org" type="application\/json">(.*?)<\/script>/.exec(body)?.[1] ?? '';
        expect((JSON.parse(data) as ShellSettings).orgName).toBe('</script><script>alert(1)</script>');
        expect(body).not.toContain('<script>alert');
    });

    it('allows scripts from files of the org only', () => {
        const policy = shellPage(settings('Nexora Systems'), ASSETS).headers?.['content-security-policy'];
        expect(policy).toContain("script-src 'self';");
        expect(policy).toContain("frame-ancestors 'none'");
    });

    it('lets components reach the org and the trusted URLs only', () => {
        const connectSourcesOf = (trusted?: string[]) =>
            /connect-src ([^;]*)/.exec(
                shellPage(settings('Nexora Systems'), ASSETS, trusted).headers?.['content-security-policy'] ?? ''
            )?.[1];
        expect(connectSourcesOf()).toBe("'self'");
        expect(connectSourcesOf(['https://book.example.com'])).toBe("'self' https://book.example.com");
    });

    it('begins with the style sheet of the theme, so that no other is seen first', () => {
        const body = String(shellPage(settings('Nexora Systems'), ASSETS).body);
        expect(body).toContain('data-theme="slds1"');
        expect(body).toContain('<link rel="stylesheet" id="design-system" href="/one.css">');
    });

    it('is never kept by a cache, because it carries an access token', () => {
        expect(shellPage(settings('Nexora Systems'), ASSETS).headers).toMatchObject({ 'cache-control': 'no-store' });
    });
});

describe('faultPage', () => {
    it('shows every fault as text', () => {
        const { status, body } = faultPage('Broken', ['a.html: unexpected <p>']);
        expect(status).toBe(500);
        expect(body).toContain('a.html: unexpected &lt;p&gt;');
    });
});
