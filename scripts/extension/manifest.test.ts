import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createManifest, HOST_REASONS, PERMISSION_REASONS } from '../../chrome-extension/manifest.ts';
import { UNPACKED_ID, UNPACKED_KEY } from '../../chrome-extension/src/identity.ts';

const unpacked = createManifest({ version: '1.2.3', hasKey: true });
const packed = createManifest({ version: '1.2.3', hasKey: false });
const page = readFileSync(path.join(import.meta.dirname, '../../docs/extension.md'), 'utf8');

/** Rows of the table in docs/extension.md whose first cell is code: what is asked for, and why. */
const documented = Object.fromEntries(
    [...page.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', reason = '']) => [name, reason])
);

describe('the manifest', () => {
    it('asks for these permissions and no others', () => {
        expect(unpacked.permissions).toEqual([
            'activeTab',
            'contextMenus',
            'identity',
            'scripting',
            'sidePanel',
            'storage'
        ]);
    });

    it('may reach no host before the user agrees', () => {
        expect(unpacked).not.toHaveProperty('host_permissions');
        expect(unpacked).not.toHaveProperty('content_scripts');
        expect(unpacked).not.toHaveProperty('externally_connectable');
        expect(unpacked).not.toHaveProperty('web_accessible_resources');
        expect(unpacked.optional_host_permissions).toEqual([
            'https://login.salesforce.com/*',
            'https://test.salesforce.com/*',
            'https://*.my.salesforce.com/*',
            'http://127.0.0.1/*',
            'http://localhost/*'
        ]);
    });

    it('gives the same reason for each of them as the documentation, and the documentation no other', () => {
        expect(documented).toEqual({ ...PERMISSION_REASONS, ...HOST_REASONS });
    });

    it('runs scripts of its own only', () => {
        const policy = unpacked.content_security_policy.extension_pages;
        expect(policy).toContain("default-src 'none'; script-src 'self';");
        expect(policy).not.toMatch(/unsafe|script-src[^;]*(http|\*|data:|blob:)/);
    });

    it('has the id that sign-in is allowed for, by its key', () => {
        const hash = createHash('sha256').update(Buffer.from(UNPACKED_KEY, 'base64')).digest('hex').slice(0, 32);
        const id = hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
        expect(id).toBe(UNPACKED_ID);
        expect(unpacked.key).toBe(UNPACKED_KEY);
    });

    it('leaves the key to the store when it is packed', () => {
        expect(packed).not.toHaveProperty('key');
    });
});
