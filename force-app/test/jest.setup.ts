import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TextDecoder, TextEncoder } from 'node:util';
import { registerSa11yMatcher } from '@sa11y/jest';
import { XMLParser } from 'fast-xml-parser';
import { gql } from 'lightning/graphql';

registerSa11yMatcher();

// Every browser has these; the jsdom of Jest 29 does not.
if (globalThis.crypto?.subtle === undefined) {
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
}
// The real one answers from a thread, as late as a busy machine pleases; tests wait for promises, not for threads.
Object.defineProperty(webcrypto.subtle, 'digest', {
    configurable: true,
    value: async (_algorithm: string, data: Uint8Array) =>
        new Uint8Array(createHash('sha256').update(data).digest()).buffer
});
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;

// The stub returns undefined, which would hide which query a component asks.
jest.mocked<(strings: TemplateStringsArray, ...values: unknown[]) => unknown>(gql).mockImplementation(
    (strings, ...values) => String.raw({ raw: strings }, ...values)
);

/** Components under test say what users read; without this, labels are their own names. */
interface CustomLabel {
    fullName: string;
    value: string;
}
const labelsFile = 'force-app/main/default/labels/CustomLabels.labels-meta.xml';
const { CustomLabels } = new XMLParser({ parseTagValue: false }).parse(readFileSync(labelsFile, 'utf8')) as {
    CustomLabels: { labels: CustomLabel[] };
};
for (const { fullName, value } of CustomLabels.labels) {
    jest.doMock(`@salesforce/label/c.${fullName}`, () => ({ __esModule: true, default: value }), { virtual: true });
}

// The stubs of sfdx-lwc-jest navigate nowhere, and put a button's aria attributes where they mean nothing.
jest.doMock('lightning/navigation', () => jest.requireActual<object>('./jest-mocks/lightning/navigation'));
jest.doMock('lightning/button', () => jest.requireActual<object>('./jest-mocks/lwc/button'));
