import type { ObjectPermission, PermissionSet } from './project.ts';
import type { XmlNode } from './xml.ts';

const ELEMENTS = [
    ...['label', 'description', 'license', 'hasActivationRequired', 'objectPermissions', 'fieldPermissions'],
    ...['tabSettings', 'applicationVisibilities', 'userPermissions', 'customPermissions', 'customMetadataTypeAccesses'],
    ...['customSettingAccesses', 'externalCredentialPrincipalAccesses']
];
const OBJECT_ELEMENTS = [
    ...['object', 'allowCreate', 'allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'],
    'viewAllFields'
];

/** Reads a permission set, named after its file. @throws MetadataError */
export function readPermissionSet(xml: XmlNode, name: string): PermissionSet {
    xml.expectOnly(ELEMENTS);
    return {
        name,
        label: xml.requireText('label'),
        description: xml.text('description') ?? '',
        objects: new Map(xml.children('objectPermissions').map(readObjectPermission)),
        fields: new Map(
            xml.children('fieldPermissions').map((node) => {
                node.expectOnly(['field', 'readable', 'editable']);
                return [
                    node.requireText('field'),
                    { readable: node.flag('readable'), editable: node.flag('editable') }
                ];
            })
        ),
        tabs: new Map(
            xml.children('tabSettings').map((node) => [node.requireText('tab'), node.requireText('visibility')])
        ),
        applications: xml
            .children('applicationVisibilities')
            .filter((node) => node.flag('visible'))
            .map((node) => node.requireText('application')),
        userPermissions: xml
            .children('userPermissions')
            .filter((node) => node.flag('enabled'))
            .map((node) => node.requireText('name'))
    };
}

function readObjectPermission(node: XmlNode): [string, ObjectPermission] {
    node.expectOnly(OBJECT_ELEMENTS);
    const permission = {
        allowCreate: node.flag('allowCreate'),
        allowRead: node.flag('allowRead'),
        allowEdit: node.flag('allowEdit'),
        allowDelete: node.flag('allowDelete'),
        viewAllRecords: node.flag('viewAllRecords'),
        modifyAllRecords: node.flag('modifyAllRecords')
    };
    const name = node.requireText('object');
    return [name, permission];
}
