import type { Application, Tab } from '../../metadata/project.ts';
import type { OrgContext } from '../../orgContext.ts';
import { PROFILES, profileId } from '../../metadata/standard/profiles.ts';
import type { ObjectSchema } from '../../schema/schema.ts';
import type { Row } from '../../store/recordStore.ts';
import type { PageSettings, ShellApp, ShellObject, ShellSettings, ShellTab } from '../../../modules/shellSettings.ts';
import { isTabGranted, permissionSetsOf } from './grants.ts';
import { objectIcon, tabIcon } from './icons.ts';
import { objectActions } from './actions.ts';
import type { PageLayout } from './layouts.ts';
import { readLayouts } from './layouts.ts';
import { shellListViews } from './listViews.ts';
import { shellPage } from './pages.ts';
import { activeUsers } from './users.ts';

/** Tells what a page needs to know, for the user it is for. */
export type SettingsOf = (user: Row, accessToken: string, page: PageSettings) => ShellSettings;

/** Reads the project's pages and layouts once. @throws Error for a page the shell could only show wrongly */
export function shellSettings(org: OrgContext): SettingsOf {
    const pages = org.project.flexipages.map(shellPage);
    const layouts = readLayouts(org.project.documents);
    const allTabs = [...standardTabs(org), ...org.project.tabs];
    return (user, accessToken, page) => {
        const sets = permissionSetsOf(org, user.Id);
        const actor = { userId: user.Id };
        const readable = [...org.schema.objects.values()].filter((object) => org.access.canRead(actor, object));
        const canRead = (name: string): boolean => readable.some((object) => object.name === name);
        const tabs = allTabs.filter((tab) => isTabGranted(tab, sets, canRead));
        return {
            ...page,
            ...personalSettings(user, accessToken),
            clockOffset: org.store.now() - Date.now(),
            orgName: orgName(org),
            apiVersion: org.project.apiVersion,
            permissions: [
                ...new Set([...profilePermissions(user), ...sets.flatMap(({ userPermissions }) => userPermissions)])
            ],
            users: activeUsers(org).map((row) => ({ id: row.Id, name: nameOf(org, row), title: text(row['Title']) })),
            apps: org.project.applications.map((application) => shellApp(application, tabs)),
            tabs: tabs.map((tab) => shellTab(tab, org)),
            pages: pages.filter(({ objectName }) => objectName === undefined || canRead(objectName)),
            objects: readable.map((object) => shellObject(object, org, layouts))
        };
    };
}

function profilePermissions(user: Row): readonly string[] {
    return PROFILES.find(({ name }) => profileId(name) === user['ProfileId'])?.userPermissions ?? [];
}

function personalSettings(
    user: Row,
    accessToken: string
): Pick<ShellSettings, 'userId' | 'accessToken' | 'isGuest' | 'locale' | 'lang' | 'timeZone'> {
    return {
        userId: user.Id,
        accessToken,
        isGuest: false,
        locale: text(user['LocaleSidKey']).replaceAll('_', '-') || 'en-US',
        lang: text(user['LanguageLocaleKey']).replaceAll('_', '-') || 'en-US',
        timeZone: text(user['TimeZoneSidKey']) || 'UTC'
    };
}

// The project's apps name these tabs but no metadata declares them.
function standardTabs(org: OrgContext): Tab[] {
    const names = new Set(org.project.applications.flatMap(({ tabs }) => tabs));
    return [...names]
        .filter((name) => name.startsWith('standard-'))
        .flatMap((name): Tab[] => {
            const object = org.schema.object(name.slice('standard-'.length));
            if (!object) return [];
            return [{ name, label: object.pluralLabel, kind: 'object', target: object.name, motif: '' }];
        });
}

function shellApp({ name, label, description, tabs }: Application, granted: Tab[]): ShellApp {
    return { name, label, description, tabs: tabs.filter((tab) => granted.some((each) => each.name === tab)) };
}

// A tab of an object has no label of its own: it is named after the object.
function shellTab({ name, label, kind, target, motif }: Tab, org: OrgContext): ShellTab {
    if (kind !== 'object') return { name, label, kind, target, icon: tabIcon({ motif }) };
    const plural = org.schema.object(target)?.pluralLabel ?? label;
    return { name, label: plural, kind, target, icon: objectIcon(target, org.project.tabs) };
}

function shellObject(object: ObjectSchema, org: OrgContext, layouts: Map<string, PageLayout>): ShellObject {
    return {
        name: object.name,
        label: object.label,
        pluralLabel: object.pluralLabel,
        keyPrefix: object.keyPrefix,
        nameField: object.nameField,
        icon: objectIcon(object.name, org.project.tabs),
        hasActivities: object.hasActivities,
        defaults: defaultsOf(object),
        layout: layouts.get(object.name)?.sections ?? [],
        listViews: shellListViews(object, org.project.listViews),
        actions: objectActions(object.name, org.project, layouts.get(object.name))
    };
}

function defaultsOf(object: ObjectSchema): ShellObject['defaults'] {
    const defaults: ShellObject['defaults'] = {};
    for (const { name, isCreateable, defaultValue } of object.fields.values()) {
        if (isCreateable && defaultValue !== undefined && defaultValue !== null) defaults[name] = defaultValue;
    }
    return defaults;
}

function orgName(org: OrgContext): string {
    const organization = org.schema.object('Organization');
    const row = organization && org.store.find(organization, org.organizationId);
    return text(row?.['Name']) || 'Dev org';
}

function nameOf(org: OrgContext, row: Row): string {
    const users = org.schema.object('User');
    return text(users && org.store.value(users, row, 'Name'));
}

function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}
