import { UNPACKED_KEY } from './src/identity.ts';

/** Why the extension asks for each permission. Whoever adds one owes its reason, here and in docs/extension.md. */
export const PERMISSION_REASONS: Record<string, string> = {
    activeTab: 'Reads the address of the open tab, and reaches into the page, only after a click on the extension.',
    contextMenus: 'Offers Insert single-use link in the menu of editable fields.',
    identity: 'Opens the sign-in page of Salesforce and receives its answer (OAuth with PKCE).',
    scripting: 'Puts a link into the field that was clicked; finds the person in view when asked to.',
    sidePanel: 'Shows links and today’s meetings beside the page.',
    storage: 'Keeps the options and recently used links; keeps the session until the browser closes.'
};

/** Why the extension may reach each host once the user agrees, at sign-in. */
export const HOST_REASONS: Record<string, string> = {
    'https://login.salesforce.com/*': 'Sign-in of production orgs.',
    'https://test.salesforce.com/*': 'Sign-in of sandboxes.',
    'https://*.my.salesforce.com/*': 'Sign-in by My Domain, and the API of every org.',
    'http://127.0.0.1/*': 'The dev org on this machine.',
    'http://localhost/*': 'The dev org on this machine.'
};

const ICONS = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' };

/** Own scripts and styles only, no frame around us; connections are limited further by the host permissions. */
const CONTENT_SECURITY_POLICY = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    'connect-src https: http://127.0.0.1:* http://localhost:*',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
].join('; ');

export interface ManifestOptions {
    /** `major.minor.patch` of the project. */
    version: string;
    /** Whether the id is fixed by our key: true unpacked, false for the store. */
    hasKey: boolean;
    /** Hosts granted without asking: for browsers under test, where nobody can agree. */
    grantedHosts?: readonly string[];
}

/** The manifest that Chrome reads. */
export function createManifest({ version, hasKey, grantedHosts = [] }: ManifestOptions) {
    return {
        manifest_version: 3,
        name: 'Admit One: single-use booking links',
        short_name: 'Admit One',
        description: 'Copy or insert a Salesforce booking link that admits exactly one booking, wherever you write.',
        version,
        minimum_chrome_version: '127',
        icons: ICONS,
        action: { default_title: 'Admit One', default_popup: 'popup.html', default_icon: ICONS },
        side_panel: { default_path: 'sidePanel.html' },
        options_ui: { page: 'options.html', open_in_tab: true },
        background: { service_worker: 'serviceWorker.js' },
        commands: {
            _execute_action: { suggested_key: { default: 'Alt+Shift+L' } }
        },
        permissions: Object.keys(PERMISSION_REASONS),
        optional_host_permissions: Object.keys(HOST_REASONS),
        content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
        ...(grantedHosts.length > 0 && { host_permissions: grantedHosts }),
        ...(hasKey && { key: UNPACKED_KEY })
    };
}
