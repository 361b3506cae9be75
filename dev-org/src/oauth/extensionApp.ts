import type { ConnectedApp } from './connectedApp.ts';

/** The browser extension as it is loaded unpacked: a public client whose id, and so whose address, is always the same. */
export const EXTENSION_APP: ConnectedApp = {
    clientId: 'admit-one-extension',
    label: 'Admit One for Chrome',
    redirectUris: ['https://hajhlfogpcnjnkpibhbmjpdcjhhfejpo.chromiumapp.org/']
};
