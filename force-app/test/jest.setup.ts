import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { registerSa11yMatcher } from '@sa11y/jest';
import { gql } from 'lightning/graphql';

registerSa11yMatcher();

// Every browser has these; the jsdom of Jest 29 does not.
if (globalThis.crypto?.subtle === undefined) {
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
}
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;

// The stub returns undefined, which would hide which query a component asks.
jest.mocked<(strings: TemplateStringsArray, ...values: unknown[]) => unknown>(gql).mockImplementation(
    (strings, ...values) => String.raw({ raw: strings }, ...values)
);
