import type { FlexiPage, PageComponent, Project } from '../../metadata/project.ts';
import type { ShellAction } from '../../../modules/shellSettings.ts';
import type { PageLayout } from './layouts.ts';

/**
 * The quick actions of an object's record page: those its Lightning page lists (dynamic actions), else those of its
 * page layout, else all the project has for it.
 */
export function objectActions(
    objectName: string,
    { quickActions, flexipages }: Pick<Project, 'quickActions' | 'flexipages'>,
    layout: PageLayout | undefined
): ShellAction[] {
    const own = quickActions.filter((action) => action.objectName === objectName);
    const listed = pageActions(flexipages, objectName) ?? layout?.actions;
    const shown = listed ? listed.flatMap((name) => own.find((action) => action.name === name) ?? []) : own;
    return shown.map(({ name, label, component, kind }) => ({ name, label, component, kind }));
}

/** Names in the property `actionNames` of the highlights panel; undefined where the page leaves them to the layout. */
function pageActions(flexipages: FlexiPage[], objectName: string): string[] | undefined {
    const page = flexipages.find((each) => each.type === 'RecordPage' && each.objectName === objectName);
    const panel = page?.regions
        .flatMap(({ items }) => items)
        .find((item): item is PageComponent => item.kind === 'component' && item.name === 'force:highlightsPanel');
    const names = panel?.properties['actionNames'];
    return names === undefined ? undefined : [names].flat();
}
