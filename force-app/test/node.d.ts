/** What Jest's set-up borrows from Node; components get no Node types. */

declare module 'node:crypto' {
    export const webcrypto: Crypto;
    export function createHash(algorithm: string): { update(data: Uint8Array): { digest(): Uint8Array } };
}

declare module 'node:fs' {
    export function readFileSync(path: string, encoding: 'utf8'): string;
}

declare module 'node:util' {
    export const TextEncoder: typeof globalThis.TextEncoder;
    export const TextDecoder: typeof globalThis.TextDecoder;
}
