import path from 'node:path';

/** Where the parts of the shell's bundle lie; all absolute. */
export interface ShellPaths {
    /** The project whose components the org runs: it holds `force-app` and `node_modules`. */
    projectRoot: string;
    /** The product's bundles, namespace `c`. */
    components: string;
    /** The shell's own modules, namespaces `devorg` and `lightning`. */
    modules: string;
    /** Salesforce's base components. */
    baseComponents: string;
    /** Compiled files, safe to delete at any time. */
    cache: string;
}

const DEV_ORG = path.join(import.meta.dirname, '../../..');
const INSTALLED = path.join(DEV_ORG, '..', 'node_modules');

/** The usual places for a project; `components` elsewhere serves tests. */
export function shellPaths(projectRoot: string, components?: string): ShellPaths {
    return {
        projectRoot,
        components: components ?? path.join(projectRoot, 'force-app/main/default/lwc'),
        modules: path.join(DEV_ORG, 'modules'),
        baseComponents: path.join(INSTALLED, 'lightning-base-components'),
        cache: path.join(projectRoot, '.cache')
    };
}
