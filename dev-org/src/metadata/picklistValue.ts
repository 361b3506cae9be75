import type { PicklistValue } from '../schema/schema.ts';
import type { XmlNode } from './xml.ts';

/** One value of a picklist or of a global value set. @throws MetadataError for an element it does not know */
export function readPicklistValue(xml: XmlNode): PicklistValue {
    xml.expectOnly(['fullName', 'label', 'default', 'isActive', 'color', 'description']);
    const value = xml.requireText('fullName');
    return {
        value,
        label: xml.text('label') ?? value,
        isDefault: xml.flag('default'),
        isActive: xml.text('isActive') !== 'false'
    };
}
