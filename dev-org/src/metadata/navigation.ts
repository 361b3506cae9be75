import type { Application, ListView, Tab } from './project.ts';
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
