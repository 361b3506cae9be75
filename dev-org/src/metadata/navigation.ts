import type { Application, ListView, QuickAction, Tab } from './project.ts';
import type { XmlNode } from './xml.ts';

/** Reads a Lightning app, named after its file. @throws MetadataError */
export function readApplication(xml: XmlNode, name: string): Application {
    return {
        name,
        label: xml.requireText('label'),
        description: xml.text('description') ?? '',
        headerColor: xml.child('brand')?.text('headerColor'),
        tabs: xml.texts('tabs')
    };
}

/** Reads a tab, named after its file. @throws MetadataError for tabs of other kinds (web, Visualforce, Aura) */
export function readTab(xml: XmlNode, name: string): Tab {
    xml.expectOnly(['label', 'description', 'customObject', 'lwcComponent', 'flexiPage', 'motif', 'hasSidebar']);
    const component = xml.text('lwcComponent');
    const flexiPage = xml.text('flexiPage');
    const kind = component ? 'component' : flexiPage ? 'flexipage' : 'object';
    if (kind === 'object' && !xml.flag('customObject'))
        throw xml.error('the dev org does not support this kind of tab');
    return {
        name,
        label: xml.text('label') ?? name,
        kind,
        target: component ?? flexiPage ?? name,
        motif: xml.requireText('motif')
    };
}

/** Reads a list view of `objectName`. @throws MetadataError */
export function readListView(xml: XmlNode, objectName: string): ListView {
    xml.expectOnly(['fullName', 'label', 'filterScope', 'columns', 'filters', 'language', 'sharedTo']);
    return {
        objectName,
        name: xml.requireText('fullName'),
        label: xml.requireText('label'),
        filterScope: xml.requireText('filterScope'),
        columns: xml.texts('columns'),
        filters: xml.children('filters').map((filter) => ({
            field: filter.requireText('field'),
            operation: filter.requireText('operation'),
            value: filter.text('value') ?? ''
        }))
    };
}

/** Reads a quick action, named `Object.Action` after its file. @throws MetadataError for actions that are no component */
export function readQuickAction(xml: XmlNode, name: string): QuickAction {
    xml.expectOnly([
        ...['label', 'description', 'type', 'actionSubtype', 'lightningWebComponent', 'optionsCreateFeedItem'],
        'icon'
    ]);
    const [objectName = '', actionName] = name.split('.');
    if (actionName === undefined) throw xml.error('the dev org does not support global quick actions');
    if (xml.text('type') !== 'LightningWebComponent') {
        throw xml.errorAt('type', `the dev org does not support quick actions of type ${xml.text('type') ?? '(none)'}`);
    }
    return {
        name,
        objectName,
        label: xml.requireText('label'),
        component: xml.requireText('lightningWebComponent'),
        kind: xml.text('actionSubtype') === 'Action' ? 'headless' : 'screen'
    };
}
