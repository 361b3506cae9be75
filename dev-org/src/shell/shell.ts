import { notFound } from '../salesforceError.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { isId } from '../store/ids.ts';
import { shellBuilder } from './bundle/shellBuilder.ts';
import type { ShellBuilder } from './bundle/shellBuilder.ts';
import { ShellBuildError } from './bundle/shellBundle.ts';
import type { ShellBundle, ShellMode } from './bundle/shellBundle.ts';
import { shellPaths } from './bundle/shellPaths.ts';
import { Assets, designSystem, hashed } from './page/assets.ts';
import type { StaticFile } from './page/assets.ts';
import { buildingPage, faultPage, shellPage } from './page/html.ts';
import type { PageSettings, Theme } from '../../modules/shellSettings.ts';
import { PAGE_STYLES, TAB_ICON } from './page/pageStyles.ts';
import { isLoopbackHost } from './page/sameOrigin.ts';
import { pageUser, sessionRoutes } from './page/session.ts';
import { staticResourceRoute } from './page/staticResources.ts';
import { pageTheme } from './page/theme.ts';
import { iconsOfProject } from './settings/icons.ts';
import { shellSettings } from './settings/settings.ts';
import type { SettingsOf } from './settings/settings.ts';

export interface ShellOptions {
    /** Default production: small and quiet. Development keeps the framework's warnings. */
    mode?: ShellMode;
    /** Folder of the product's bundles when it is not the project's own. */
    components?: string;
}

export interface Shell {
    routes: Route[];
    /** Builds the bundle, so that the first page need not wait. @throws ShellBuildError */
    warmUp(): Promise<void>;
}

/** How long a page request waits for the bundle before it says that one is being made. */
const PATIENCE_MS = 1500;
const ASSETS = '/__shell';

/** The Lightning look-alike of an org. Nothing is built before the first page or `warmUp`. */
export function createShell(org: OrgContext, options: ShellOptions = {}): Shell {
    const builder = shellBuilder({
        paths: shellPaths(org.project.dir, options.components),
        schema: org.schema,
        mode: options.mode ?? 'production',
        icons: iconsOfProject(org.project.tabs)
    });
    const parts = { org, builder, statics: once(staticFiles), settingsOf: once(() => shellSettings(org)) };
    const page = (request: OrgRequest): Promise<OrgResponse> => respondPage(request, parts);
    return {
        routes: [
            { method: 'GET', pattern: '/', isPublic: true, handle: page },
            { method: 'GET', pattern: '/lightning/*rest', isPublic: true, handle: page },
            {
                method: 'GET',
                pattern: '/:recordId',
                isPublic: true,
                handle: ({ params }) => toRecordPage(org, params['recordId'] ?? '')
            },
            assetRoute(parts),
            staticResourceRoute(org),
            ...sessionRoutes(org)
        ],
        warmUp: async () => {
            await Promise.all([builder.current(), parts.statics()]);
        }
    };
}

interface Parts {
    org: OrgContext;
    builder: ShellBuilder;
    statics: () => Promise<StaticFiles>;
    settingsOf: () => SettingsOf;
}

async function respondPage(request: OrgRequest, { org, builder, statics, settingsOf }: Parts): Promise<OrgResponse> {
    if (!isLoopbackHost(request)) throw notFound();
    const user = pageUser(org, request);
    if (!user) return faultPage('The org has no active user', ['Seed the org with users first.']);
    try {
        const [bundle, files] = await Promise.all([soon(builder.current()), statics()]);
        if (!bundle) return buildingPage();
        const connectable = org.project.trustedSites.filter(({ isConnectable }) => isConnectable);
        const look = { theme: pageTheme(request), styleSheets: styleSheetAddresses(files) };
        return shellPage(
            settingsOf()(user, org.sessions.start(user.Id), look),
            addresses(bundle, files),
            connectable.map(({ endpointUrl }) => endpointUrl)
        );
    } catch (error) {
        if (error instanceof ShellBuildError) return faultPage('The components cannot be built', error.faults);
        throw error;
    }
}

function assetRoute({ builder, statics }: Parts): Route {
    const assets = new Assets();
    return {
        method: 'GET',
        pattern: `${ASSETS}/:file`,
        isPublic: true,
        handle: async (request) => {
            const name = request.params['file'] ?? '';
            const content = findAsset(name, builder, await statics());
            if (!content) throw notFound();
            return assets.respond(name, content, request);
        }
    };
}

// As in an org, where `/<id>` is the shortest address of a record.
function toRecordPage({ schema }: OrgContext, id: string): OrgResponse {
    const object = isId(id) ? schema.objectOfId(id) : undefined;
    if (!object) throw notFound();
    return { status: 302, headers: { location: `/lightning/r/${object.name}/${id}/view` } };
}

interface StaticFiles {
    styleSheets: Record<Theme, StaticFile>;
    pageStyles: StaticFile;
    icon: StaticFile;
}

async function staticFiles(): Promise<StaticFiles> {
    return {
        styleSheets: await allStyleSheets(),
        pageStyles: hashed('page', '.css', PAGE_STYLES),
        icon: hashed('icon', '.svg', TAB_ICON)
    };
}

async function allStyleSheets(): Promise<StaticFiles['styleSheets']> {
    const [slds1, slds2] = await Promise.all([designSystem('slds1'), designSystem('slds2')]);
    return { slds1, slds2 };
}

function styleSheetAddresses({ styleSheets }: StaticFiles): PageSettings['styleSheets'] {
    return { slds1: `${ASSETS}/${styleSheets.slds1.name}`, slds2: `${ASSETS}/${styleSheets.slds2.name}` };
}

function addresses(bundle: ShellBundle, files: StaticFiles): Parameters<typeof shellPage>[1] {
    return {
        pageStyles: `${ASSETS}/${files.pageStyles.name}`,
        icon: `${ASSETS}/${files.icon.name}`,
        bootScript: `${ASSETS}/${bundle.bootScript}`,
        appScript: `${ASSETS}/${bundle.appScript}`
    };
}

function findAsset(name: string, builder: ShellBuilder, files: StaticFiles): Uint8Array | undefined {
    const { styleSheets, pageStyles, icon } = files;
    const known = [...Object.values(styleSheets), pageStyles, icon];
    return builder.file(name) ?? known.find((file) => file.name === name)?.content;
}

/** The bundle, or undefined when it takes longer than a page should wait. */
async function soon(bundle: Promise<ShellBundle>): Promise<ShellBundle | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, PATIENCE_MS, undefined);
    });
    try {
        return await Promise.race([bundle, patience]);
    } finally {
        clearTimeout(timer);
    }
}

function once<T>(make: () => T): () => T {
    let made: { value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}
