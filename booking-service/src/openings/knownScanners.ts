/**
 * How machines that look at links announce themselves in `User-Agent`; a part of it, in any case.
 *
 * Sources: the operators' own pages, https://api.slack.com/robots (Slack),
 * https://www.bing.com/webmasters/help/which-crawlers-does-bing-use-8c184ec0 (BingPreview and MicrosoftPreview: Teams,
 * Outlook), https://developers.google.com/search/docs/crawling-indexing/overview-google-crawlers (Google),
 * https://developers.facebook.com/docs/sharing/webmasters/web-crawlers (Facebook, and iMessage, which borrows its name),
 * https://support.apple.com/119829 (Applebot), https://core.telegram.org (TelegramBot); for those that publish none, the
 * samples people have collected at https://github.com/monperrus/crawler-user-agents and
 * https://github.com/matomo-org/device-detector (LinkedIn, Skype, Barracuda, Office).
 *
 * What no list can have: Microsoft Defender Safe Links, Proofpoint, Mimecast and Barracuda open many links with the name
 * of an ordinary browser, so that an attacker cannot show them another page than people. `openerOf` finds those whose
 * requests lack what the browser would have sent; a scanner that runs a whole browser looks like a person.
 */
const ANNOUNCEMENTS: readonly string[] = [
    // Protection of mail: the few that say so.
    'barracuda',
    'proofpoint',
    'mimecast',
    'safelinks',
    'ironport',
    'fortimail',
    'fireeye',
    'trendmicro',
    'symantec',
    'messagelabs',
    'sophos',
    'google-safety',
    'urlscan',
    // Previews in chats, mails and documents.
    'slack-imgproxy',
    'skypeuripreview',
    'microsoftpreview',
    'bingpreview',
    'ms-office',
    'msoffice',
    'microsoft office',
    'microsoft-webdav',
    'facebookexternal',
    'facebookcatalog',
    'meta-externalfetcher',
    'whatsapp',
    'googleimageproxy',
    'google-pagerenderer',
    'google-read-aloud',
    'googlemessages',
    'embedly',
    'iframely',
    'vkshare',
    // Not the app, in which people read.
    'pinterest/0.',
    // Programs and libraries that fetch pages.
    'headlesschrome',
    'phantomjs',
    'lighthouse',
    'curl/',
    'wget/',
    'httpie/',
    'python',
    'aiohttp',
    'libwww',
    'go-http-client',
    'java/',
    'httpclient',
    'okhttp',
    'axios/',
    'node-fetch',
    'undici',
    'guzzlehttp',
    'winhttp',
    'postmanruntime'
];

/**
 * Words by which most others do: Slackbot, LinkedInBot, Twitterbot, TelegramBot, Discordbot, Googlebot, Applebot …
 * Cubot makes telephones.
 */
const GENERIC = /(?<!cu)bot\b|bots?[/;)-]|crawl|spider|scanner|slurp|unfurl|preview|prefetch|archiver/;

/** One search for all of them is five times faster than one for each. */
const MACHINE = new RegExp([...ANNOUNCEMENTS.map((part) => part.replaceAll('.', '\\.')), GENERIC.source].join('|'));

/** Whether whoever sends this `User-Agent` says that it is a machine. Every browser sends one; who sends none is none. */
export function announcesMachine(userAgent: string | undefined): boolean {
    const name = userAgent?.trim().toLowerCase() ?? '';
    return name === '' || MACHINE.test(name);
}
