const SECRETS: readonly [pattern: RegExp, replacement: string][] = [
    // A link or manage token in a path, alone or as the value of `link`, encoded or not.
    [/((?:^|[^a-z0-9]|%2F)(?:s|m|api\/v1\/meetings)(?:\/|%2F))[^/?#&%\s"'\\]+/gi, '$1[token]'],
    [/\b(Bearer|Basic)\s+[^\s"'\\]+/gi, '$1 [secret]'],
    [/\b(assertion|access_token|client_secret)=[^&\s"'\\]+/gi, '$1=[secret]'],
    // The password of a connection string.
    [/(\/\/[^/\s:@"]*:)[^/\s@"]+@/g, '$1[secret]@']
];

/** The text with every token, bearer and password taken out. What remains may be logged. */
export function withoutSecrets(text: string): string {
    return SECRETS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}
