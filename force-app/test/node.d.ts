/** The two Node modules that Jest's set-up borrows from; components get no Node types. */

declare module 'node:crypto' {
    export const webcrypto: Crypto;
}

declare module 'node:util' {
    export const TextEncoder: typeof globalThis.TextEncoder;
    export const TextDecoder: typeof globalThis.TextDecoder;
}
