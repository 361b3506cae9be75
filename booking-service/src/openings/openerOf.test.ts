import { isPageScript, openerOf } from './openerOf.ts';
import type { OpeningRequest } from './openerOf.ts';

const CHROME =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0';
const SAFARI_15 =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1';
const IN_APP =
    'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/147.0.0.0 Mobile Safari/537.36 [LinkedInApp]';
const OUTLOOK_BROWSER = `${CHROME} Edg/148.0.0.0`;

type Headers = Record<string, string | undefined>;

const NAVIGATION: Headers = {
    'user-agent': CHROME,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language': 'de-DE,de;q=0.9,en;q=0.8',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'none'
};

const asked = (headers: Headers, method = 'GET'): OpeningRequest => ({
    method,
    get: (name) => headers[name.toLowerCase()]
});
const navigation = (headers: Headers, method?: string): OpeningRequest => asked({ ...NAVIGATION, ...headers }, method);

describe('openerOf', () => {
    it.each<[string, Headers]>([
        ['Chrome', {}],
        ['Firefox', { 'user-agent': FIREFOX }],
        ['a browser inside an app', { 'user-agent': IN_APP }],
        ['a Cubot telephone', { 'user-agent': IN_APP.replace('Pixel 9', 'CUBOT NOTE 50') }],
        ['the app of Pinterest', { 'user-agent': `${IN_APP} [Pinterest/Android]` }],
        ['Edge, where Outlook opens links', { 'user-agent': OUTLOOK_BROWSER, 'sec-fetch-site': 'cross-site' }],
        [
            'an old Safari, which does not say what a request is for',
            { 'user-agent': SAFARI_15, 'sec-fetch-mode': undefined }
        ],
        ['a page that frames it', { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' }]
    ])('takes a navigation of %s for a person', (_who, headers) => {
        expect(openerOf(navigation(headers))).toBe('person');
    });

    it.each([
        ['Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
        ['Slack’s images', 'Slack-ImgProxy (+https://api.slack.com/robots)'],
        ['LinkedIn', 'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)'],
        ['Skype', 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com'],
        ['Teams and Outlook', 'Mozilla/5.0 (compatible; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview)'],
        ['Bing', 'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b'],
        ['Office', 'Microsoft Office Existence Discovery'],
        ['Word', 'Mozilla/4.0 (compatible; ms-office; MSOffice 16)'],
        ['Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
        ['iMessage', `${SAFARI_15} facebookexternalhit/1.1 Facebot Twitterbot/1.0`],
        ['WhatsApp', 'WhatsApp/2.24.20.89 A'],
        ['Telegram', 'TelegramBot (like TwitterBot)'],
        ['Discord', 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)'],
        ['Google', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
        ['Apple', `${SAFARI_15} (Applebot/0.1; +http://www.apple.com/go/applebot)`],
        ['Barracuda', 'Barracuda Sentinel (EE)'],
        ['Pinterest', 'Pinterest/0.2 (+https://www.pinterest.com/bot.html)'],
        ['a browser without a screen', CHROME.replace('Chrome/', 'HeadlessChrome/')],
        ['curl', 'curl/8.11.1'],
        ['Python', 'python-requests/2.32.3'],
        ['Go', 'Go-http-client/2.0'],
        ['Java', 'Apache-HttpClient/5.4 (Java/21)'],
        ['nobody', '']
    ])('takes what announces itself as %s for a scanner', (_who, userAgent) => {
        expect(openerOf(navigation({ 'user-agent': userAgent }))).toBe('scanner');
    });

    it.each<[string, Headers]>([
        ['names no browser', { 'user-agent': undefined }],
        ['wants no language', { 'accept-language': undefined }],
        ['does not ask for a page', { accept: '*/*' }],
        ['says nothing of what it accepts', { accept: undefined }],
        ['is no navigation', { 'sec-fetch-mode': 'no-cors' }],
        ['calls itself a new Chrome and does not say what it is for', { 'sec-fetch-mode': undefined }],
        ['fetches ahead', { 'sec-purpose': 'prefetch' }],
        ['renders ahead', { 'sec-purpose': 'prefetch;prerender' }],
        ['fetches ahead as Chrome said formerly', { purpose: 'prefetch' }],
        ['fetches ahead as Firefox said formerly', { 'x-moz': 'prefetch' }],
        ['wants a thumbnail', { 'x-purpose': 'preview' }]
    ])('takes a request for a scanner that %s', (_what, headers) => {
        expect(openerOf(navigation(headers))).toBe('scanner');
    });

    it('takes HEAD for a scanner, whoever sends it', () => {
        expect(openerOf(navigation({}, 'HEAD'))).toBe('scanner');
    });
});

describe('isPageScript', () => {
    const SCRIPT = {
        ...NAVIGATION,
        accept: 'application/json',
        'sec-fetch-mode': 'cors',
        'sec-fetch-site': 'same-origin'
    };

    it.each<[string, Headers, boolean]>([
        ['the script of the page', {}, true],
        ['a script of another site', { 'sec-fetch-site': 'cross-site' }, false],
        ['somebody who types the address', { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' }, false],
        ['a program', { 'sec-fetch-mode': undefined, 'sec-fetch-site': undefined }, false],
        ['a browser without a screen', { 'user-agent': CHROME.replace('Chrome/', 'HeadlessChrome/') }, false]
    ])('tells %s', (_who, headers, isScript) => {
        expect(isPageScript(asked({ ...SCRIPT, ...headers }))).toBe(isScript);
    });
});
