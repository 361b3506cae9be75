import type { SharingRule } from './project.ts';
import type { XmlNode } from './xml.ts';

/** Reads the sharing rules of an object, whose name is the file's. @throws MetadataError */
export function readSharingRules(xml: XmlNode, objectName: string): SharingRule[] {
    xml.expectOnly(['sharingCriteriaRules']);
    return xml.children('sharingCriteriaRules').map((rule) => {
        rule.expectOnly([
            ...['fullName', 'accessLevel', 'label', 'description', 'sharedTo', 'booleanFilter', 'criteriaItems'],
            'includeRecordsOwnedByAll'
        ]);
        if (rule.text('booleanFilter')) throw rule.error('the dev org does not support <booleanFilter> here');
        const accessLevel = rule.requireText('accessLevel');
        if (accessLevel !== 'Read' && accessLevel !== 'Edit')
            throw rule.error(`<accessLevel> cannot be ${accessLevel}`);
        if (!rule.child('sharedTo')?.expectOnly(['allInternalUsers'])) throw rule.error('<sharedTo> is missing');
        return {
            objectName,
            name: rule.requireText('fullName'),
            accessLevel,
            criteria: rule.children('criteriaItems').map((item) => {
                const operation = item.requireText('operation');
                if (operation !== 'equals') throw item.error(`the dev org does not support <operation>${operation}`);
                return { field: item.requireText('field'), operation, value: item.requireText('value') };
            }),
            sharedTo: 'allInternalUsers'
        };
    });
}
