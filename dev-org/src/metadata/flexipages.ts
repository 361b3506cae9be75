import type { ComponentProperties, FlexiPage, PageComponent, PageField, PageRegion } from './project.ts';
import type { XmlNode } from './xml.ts';

/** Reads a Lightning page, named after its file. @throws MetadataError */
export function readFlexiPage(xml: XmlNode, name: string): FlexiPage {
    xml.expectOnly([
        ...['flexiPageRegions', 'masterLabel', 'description', 'sobjectType', 'template', 'type', 'parentFlexiPage']
    ]);
    const type = xml.requireText('type');
    if (type !== 'RecordPage' && type !== 'AppPage' && type !== 'HomePage') {
        throw xml.error(`the dev org does not support pages of type ${type}`);
    }
    return {
        name,
        label: xml.requireText('masterLabel'),
        type,
        objectName: xml.text('sobjectType'),
        template: xml.child('template')?.requireText('name') ?? '',
        regions: xml.children('flexiPageRegions').map(readRegion)
    };
}

function readRegion(xml: XmlNode): PageRegion {
    xml.expectOnly(['itemInstances', 'name', 'type', 'mode', 'appendable', 'prependable', 'replaceable']);
    const kind = xml.requireText('type');
    if (kind !== 'Region' && kind !== 'Facet') throw xml.error(`a page region cannot be of type ${kind}`);
    return { name: xml.requireText('name'), kind, items: xml.children('itemInstances').map(readItem) };
}

function readItem(xml: XmlNode): PageComponent | PageField {
    const component = xml.child('componentInstance');
    if (component) return readComponent(component);
    const field = xml.child('fieldInstance');
    if (!field) throw xml.error('the dev org does not understand this page item');
    return {
        kind: 'field',
        name: field.requireText('fieldItem'),
        identifier: field.text('identifier') ?? '',
        properties: readProperties(field.children('fieldInstanceProperties'))
    };
}

function readComponent(xml: XmlNode): PageComponent {
    xml.expectOnly([
        ...['componentInstanceProperties', 'componentName', 'identifier', 'visibilityRule', 'componentType']
    ]);
    const rule = xml.child('visibilityRule');
    return {
        kind: 'component',
        name: xml.requireText('componentName'),
        identifier: xml.text('identifier') ?? '',
        properties: readProperties(xml.children('componentInstanceProperties')),
        visibility: rule && {
            booleanFilter: rule.text('booleanFilter'),
            criteria: rule.children('criteria').map((criterion) => ({
                leftValue: criterion.requireText('leftValue'),
                operator: criterion.requireText('operator'),
                rightValue: criterion.text('rightValue') ?? ''
            }))
        }
    };
}

function readProperties(properties: XmlNode[]): ComponentProperties {
    return Object.fromEntries(
        properties.map((property) => {
            const list = property.child('valueList');
            const items = list?.children('valueListItems').map((item) => item.text('value') ?? '');
            return [property.requireText('name'), items ?? property.text('value') ?? ''];
        })
    );
}
