import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FORCE_APP } from '../support/repository.ts';
import { parseXml } from '../support/xml.ts';
import { deployProblems, misplacedComponents } from './deployProblems.ts';
import { readDocuments } from './forceApp.ts';
import type { Documents } from './forceApp.ts';

const documents = readDocuments();

/** force-app with `from` replaced by `to` in one file. */
function edited(file: string, from: string, to: string): Documents {
    const source = readFileSync(path.join(FORCE_APP, file), 'utf8');
    if (!source.includes(from)) throw new Error(`${file} does not contain ${from}`);
    return new Map(documents).set(file, parseXml(source.replace(from, to)));
}

/** force-app with one more file. */
const added = (file: string, source: string): Documents => new Map(documents).set(file, parseXml(source));

function removed(file: string): Documents {
    const remaining = new Map(documents);
    if (!remaining.delete(file)) throw new Error(`${file} does not exist`);
    return remaining;
}

/** Repeats an element with another counter in its text. */
const many = (count: number, write: (index: number) => string): Documents =>
    Array.from({ length: count }, (_, index) => index).reduce((map, index) => {
        const name = `Key${index}__c`;
        return map.set(`objects/HostPool__c/fields/${name}.field-meta.xml`, parseXml(write(index)));
    }, new Map(documents));

const textField = (name: string, traits: string): string =>
    `<CustomField><fullName>${name}</fullName><label>${name}</label><length>20</length><type>Text</type>${traits}</CustomField>`;

const fieldFile = (field: string): string => {
    const [object = '', name = ''] = field.split('.');
    return `objects/${object}/fields/${name}.field-meta.xml`;
};
const REP = 'permissionsets/AdmitOneRep.permissionset-meta.xml';
const APP = 'applications/AdmitOne.app-meta.xml';
const grant = (field: string, isEditable = false): string =>
    `<fieldPermissions><editable>${isEditable}</editable><field>${field}</field><readable>true</readable></fieldPermissions><hasActivationRequired>`;
const KEY_TRAITS = '<unique>true</unique><externalId>true</externalId><caseSensitive>true</caseSensitive>';

describe('force-app', () => {
    it('holds nothing that a deploy refuses', () => {
        expect(deployProblems(documents)).toEqual([]);
    });

    it('has a bundle for each component on a page, made for such a page', () => {
        expect(misplacedComponents(documents)).toEqual([]);
    });
});

describe('rules of fields', () => {
    it.each([
        ['SingleUseLink__c.BookingLink__c', '>Restrict<', '>SetNull<', 'a required lookup cannot be SetNull'],
        ['LinkHost__c.User__c', '<deleteConstraint>SetNull</deleteConstraint>', '', 'says what a delete does'],
        [
            'LinkHost__c.User__c',
            '<referenceTo>User',
            '<referenceTo>Event',
            "'Event' does not resolve to a valid sObject"
        ],
        ['Meeting__c.Answers__c', '<visibleLines>6</visibleLines>', '', "Must specify 'visibleLines'"],
        ['Meeting__c.Answers__c', '<length>32000<', '<length>200000<', 'needs a <length> from 256'],
        ['Meeting__c.Answers__c', '<type>', '<required>true</required><type>', "Can not specify 'required'"],
        ['Meeting__c.HostNames__c', '<length>255<', '<length>256<', 'needs a <length> from 1 to 255'],
        ['Meeting__c.Revision__c', '<precision>6<', '<precision>19<', 'needs a <precision> from 1 to 18'],
        ['Meeting__c.Revision__c', '<scale>0<', '<scale>7<', 'a <scale> up to it'],
        ['Meeting__c.IsForwarded__c', '<defaultValue>false</defaultValue>', '', "Must specify 'defaultValue'"],
        ['Meeting__c.BookingUid__c', '<caseSensitive>true<', '<caseSensitive>false<', 'all three'],
        [
            'SingleUseLink__c.ClaimedByUid__c',
            '<type>',
            '<caseSensitive>true</caseSensitive><type>',
            'needs a unique text'
        ],
        [
            'MeetingQuestion__c.MeetingType__c',
            '<type>',
            '<required>true</required><type>',
            "Can not specify 'required'"
        ],
        [
            'HostPoolMember__c.HostPool__c',
            '<type>',
            '<deleteConstraint>Cascade</deleteConstraint><type>',
            "Can not specify 'deleteConstraint'"
        ],
        ['Meeting__c.SyncStatus__c', '<type>', '<length>10</length><type>', 'a formula field takes no'],
        ['Meeting__c.Status__c', '<restricted>true<', '<restricted>false<', 'restricted to its values'],
        ['Meeting__c.Status__c', '<fullName>Completed<', '<fullName>Scheduled<', 'a picklist value is doubled'],
        ['Meeting__c.Status__c', '<default>false<', '<default>true<', 'one default at most'],
        ['Meeting__c.HostNames__c', '>HostNames__c<', '>Host__Names__c<', 'is not an API name'],
        [
            'Meeting__c.HostNames__c',
            '>HostNames__c<',
            '>NamesOfEverybodyWhoHostsThisMeetingOfOurs__c<',
            'at most 40 characters'
        ],
        [
            'Meeting__c.HostNames__c',
            '<label>',
            `<inlineHelpText>${'x'.repeat(511)}</inlineHelpText><label>`,
            'at most 510'
        ]
    ])('refuse %s with %s → %s', (field, from, to, problem) => {
        expect(deployProblems(edited(fieldFile(field), from, to)).join('\n')).toContain(problem);
    });

    it('refuse a global value set', () => {
        const [file, xml] = ['objects/HostPool__c/fields/Colour__c.field-meta.xml', 'Colour__c'];
        const source = `<CustomField><fullName>${xml}</fullName><label>Colour</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetName>Colours</valueSetName></valueSet></CustomField>`;
        expect(deployProblems(added(file, source)).join('\n')).toContain('global value sets are not used');
    });
});

describe('rules of objects', () => {
    it.each([
        [
            'LinkHost__c',
            '<sharingModel>ControlledByParent<',
            '<sharingModel>Private<',
            'sharingModel is ControlledByParent exactly'
        ],
        [
            'Meeting__c',
            '<sharingModel>Private<',
            '<sharingModel>ControlledByParent<',
            'sharingModel is ControlledByParent exactly'
        ],
        [
            'LinkHost__c',
            '<externalSharingModel>ControlledByParent<',
            '<externalSharingModel>Private<',
            'externalSharingModel is'
        ],
        ['Meeting__c', '<enableSharing>true<', '<enableSharing>false<', 'are all on or all off'],
        ['BookingLink__c', '<enableHistory>true<', '<enableHistory>false<', '<trackHistory> needs <enableHistory>']
    ])('refuse %s with %s → %s', (object, from, to, problem) => {
        expect(deployProblems(edited(`objects/${object}/${object}.object-meta.xml`, from, to)).join('\n')).toContain(
            problem
        );
    });

    it('refuse fields without their object', () => {
        const problems = deployProblems(removed('objects/HostPool__c/HostPool__c.object-meta.xml'));
        expect(problems.join('\n')).toContain('the object has fields but no object-meta.xml');
    });

    it('refuse more than 25 external ids', () => {
        const problems = deployProblems(many(26, (index) => textField(`Key${index}__c`, KEY_TRAITS)));
        expect(problems.join('\n')).toContain('at most 25 external ids');
    });

    it('refuse more than 20 fields in the history', () => {
        const problems = deployProblems(
            many(21, (index) => textField(`Key${index}__c`, '<trackHistory>true</trackHistory>'))
        );
        expect(problems.join('\n')).toContain('history holds at most 20 fields, not 21');
    });

    it('refuse a reference to an object that does not exist', () => {
        const changed = edited(
            fieldFile('LinkHost__c.HostPool__c'),
            '<referenceTo>HostPool__c',
            '<referenceTo>HostGroup__c'
        );
        expect(deployProblems(changed).join('\n')).toContain(
            "HostPool__c.field-meta.xml:2: referenceTo value of 'HostGroup__c' does not resolve"
        );
    });

    it('refuse two children of one name', () => {
        const changed = edited(fieldFile('ManagedLink__c.HostPool__c'), '>ManagedLinks<', '>LinkHosts<');
        expect(deployProblems(changed).join('\n')).toContain(
            'already a Child Relationship named LinkHosts on HostPool__c'
        );
    });

    it('refuse a relationship without a name', () => {
        const changed = edited(fieldFile('LinkHost__c.User__c'), '<relationshipName>LinkHosts</relationshipName>', '');
        expect(deployProblems(changed).join('\n')).toContain('<relationshipName> is missing');
    });
});

describe('rules of formulas', () => {
    const RULES = 'objects/Meeting__c/validationRules';
    it.each([
        [
            `${RULES}/EndsAfterStart.validationRule-meta.xml`,
            'EndsAt__c</errorC',
            'FinishesAt__c</errorC',
            'unknown field FinishesAt__c'
        ],
        [
            `${RULES}/EndsAfterStart.validationRule-meta.xml`,
            '<errorDisplayField>EndsAt__c',
            '<errorDisplayField>End__c',
            'errorDisplayField End__c does'
        ],
        [
            `${RULES}/EndsAfterStart.validationRule-meta.xml`,
            '<errorMessage>',
            `<errorMessage>${'x'.repeat(255)}`,
            'at most 255 characters'
        ],
        [
            `${RULES}/RevisionNeverGoesDown.validationRule-meta.xml`,
            'PRIORVALUE(',
            'FORMERVALUE(',
            'unknown function FORMERVALUE'
        ],
        [
            fieldFile('Meeting__c.SyncStatus__c'),
            'ISBLANK(SyncError__c)',
            'ISBLANK(Answers__c)',
            'cannot read the long text area'
        ],
        [fieldFile('Meeting__c.SyncStatus__c'), 'ISBLANK(', 'ISCHANGED(', 'ISCHANGED works in validation rules only'],
        [
            fieldFile('SingleUseLink__c.Status__c'),
            'BookingLink__r.IsActive__c',
            'BookingLink__r.IsOn__c',
            'unknown field BookingLink__r.IsOn__c'
        ],
        [
            fieldFile('SingleUseLink__c.Status__c'),
            'BookingLink__r.IsActive__c',
            'Original__r.IsActive__c',
            'unknown field Original__r.IsActive__c'
        ],
        [
            fieldFile('BookingLink__c.Url__c'),
            '.Default.',
            '.Standard.',
            'unknown global $CustomMetadata.AdmitOneSetting__mdt.Standard'
        ],
        [fieldFile('BookingLink__c.Url__c'), 'ServiceUrl__c', 'SiteUrl__c', 'Default.SiteUrl__c']
    ])('refuse %s with %s → %s', (file, from, to, problem) => {
        expect(deployProblems(edited(file, from, to)).join('\n')).toContain(problem);
    });
});

describe('rules of permission sets', () => {
    it.each([
        [
            'a required field',
            '<hasActivationRequired>',
            grant('BookingLink__c.Slug__c'),
            'You cannot deploy to a required field'
        ],
        [
            'a master-detail field',
            '<hasActivationRequired>',
            grant('LinkHost__c.BookingLink__c'),
            'You cannot deploy to a required field'
        ],
        [
            'an unknown field',
            '<hasActivationRequired>',
            grant('BookingLink__c.Colour__c'),
            'no CustomField named BookingLink__c.Colour__c found'
        ],
        [
            'a field that stands on no object',
            '<hasActivationRequired>',
            grant('Lead.Colour__c'),
            'no CustomField named Lead.Colour__c found'
        ],
        ['a field twice', '<hasActivationRequired>', grant('BookingLink__c.IsActive__c', true), 'is granted twice'],
        [
            'an unknown object',
            '<object>HostPool__c<',
            '<object>HostGroup__c<',
            'no CustomObject named HostGroup__c found'
        ],
        ['an unknown tab', '<tab>MyLinks<', '<tab>YourLinks<', 'no CustomTab named YourLinks found'],
        [
            'an unknown app',
            '<application>AdmitOne<',
            '<application>AdmitTwo<',
            'no CustomApplication named AdmitTwo found'
        ],
        [
            'a master that cannot be read',
            '<object>MeetingType__c<',
            '<object>ManagedLink__c<',
            'depends on permission(s): Read MeetingType__c'
        ],
        [
            'contacts without accounts',
            '<object>Account<',
            '<object>Lead<',
            'Permission Read Contact depends on permission(s): Read Account'
        ],
        ['a long description', '<description>', `<description>${'x'.repeat(255)}`, 'at most 255 characters']
    ])('refuse %s', (_title, from, to, problem) => {
        expect(deployProblems(edited(REP, from, to)).join('\n')).toContain(problem);
    });

    it('refuse an editable formula', () => {
        const changed = edited(
            REP,
            '<editable>false</editable>\n        <field>BookingLink__c.Url__c',
            '<editable>true</editable>\n        <field>BookingLink__c.Url__c'
        );
        expect(deployProblems(changed).join('\n')).toContain(
            'BookingLink__c.Url__c is a formula and cannot be editable'
        );
    });

    it('refuse editing what cannot be read', () => {
        const changed = edited(
            REP,
            '<field>BookingLink__c.IsActive__c</field>\n        <readable>true<',
            '<field>BookingLink__c.IsActive__c</field>\n        <readable>false<'
        );
        expect(deployProblems(changed).join('\n')).toContain('is editable but not readable');
    });

    it('refuse a right without the rights it presupposes', () => {
        const changed = edited(REP, '<modifyAllRecords>false<', '<modifyAllRecords>true<');
        expect(deployProblems(changed).join('\n')).toMatch(
            /Permission Modify All \w+ depends on permission\(s\): View All/
        );
    });
});

describe('rules of pages', () => {
    it.each([
        [
            'a column that does not exist',
            'objects/Meeting__c/listViews/All.listView-meta.xml',
            '>StartsAt__c<',
            '>Starts__c<',
            'Could not resolve list view column: Starts__c'
        ],
        [
            'a field on a layout that does not exist',
            'layouts/Meeting__c-Meeting Layout.layout-meta.xml',
            '>HostNames__c<',
            '>Names__c<',
            'no CustomField named Meeting__c.Names__c found'
        ],
        [
            'a layout without a required field',
            'layouts/Meeting__c-Meeting Layout.layout-meta.xml',
            '>BookedAt__c<',
            '>Location__c<',
            'must contain an item for required layout field: BookedAt__c'
        ],
        [
            'a field that stands twice',
            'layouts/Meeting__c-Meeting Layout.layout-meta.xml',
            '>HostNames__c<',
            '>Location__c<',
            'field Location__c stands twice'
        ],
        [
            'a related list that does not exist',
            'layouts/Meeting__c-Meeting Layout.layout-meta.xml',
            'MeetingAction__c.Meeting__c',
            'MeetingAction__c.Log__c',
            'Cannot find related list: MeetingAction__c.Log__c'
        ],
        [
            'a column of a related list',
            'layouts/Meeting__c-Meeting Layout.layout-meta.xml',
            '<fields>Result__c',
            '<fields>Outcome__c',
            'MeetingAction__c.Meeting__c: column Outcome__c'
        ],
        [
            'a tab of no page',
            'tabs/MyLinks.tab-meta.xml',
            '<flexiPage>MyLinks',
            '<flexiPage>YourLinks',
            'no FlexiPage named YourLinks found'
        ],
        ['an app with an unknown tab', APP, '<tabs>MyLinks', '<tabs>YourLinks', 'no CustomTab named YourLinks found'],
        [
            'a record page of another object',
            APP,
            '<content>LeadRecordPage',
            '<content>CaseRecordPage',
            'CaseRecordPage is no record page of Lead'
        ],
        [
            'sharing by an unknown field',
            'sharingRules/BookingLink__c.sharingRules-meta.xml',
            '>IsInLibrary__c<',
            '>IsShared__c<',
            'no CustomField named BookingLink__c.IsShared__c found'
        ]
    ])('refuse %s', (_title, file, from, to, problem) => {
        expect(deployProblems(edited(file, from, to)).join('\n')).toContain(problem);
    });

    it.each([
        ['>HostNames__c<', '>Names__c<', 'field Names__c cannot stand'],
        ['>HostNames__c<', '>Answers__c<', 'field Answers__c cannot stand']
    ])('refuse a compact layout with %s → %s', (from, to, problem) => {
        const file = 'objects/Meeting__c/compactLayouts/Highlights.compactLayout-meta.xml';
        expect(deployProblems(edited(file, from, to)).join('\n')).toContain(problem);
    });

    it('refuse an object whose compact layout does not exist', () => {
        const problems = deployProblems(removed('objects/Meeting__c/compactLayouts/Highlights.compactLayout-meta.xml'));
        expect(problems.join('\n')).toContain('no CompactLayout named Meeting__c.Highlights found');
    });

    it('refuse a tab of an object that does not exist', () => {
        const tab = '<CustomTab><customObject>true</customObject><motif>Custom53: Bell</motif></CustomTab>';
        expect(deployProblems(added('tabs/Ticket__c.tab-meta.xml', tab)).join('\n')).toContain(
            'no CustomObject named Ticket__c found'
        );
    });

    it('refuse a tab whose object has no list view All', () => {
        const problems = deployProblems(removed('objects/HostPool__c/listViews/All.listView-meta.xml'));
        expect(problems.join('\n')).toContain('tabs/HostPool__c: the object has no list view All');
    });

    it('refuse sharing an object that is open anyway', () => {
        const file = 'objects/BookingLink__c/BookingLink__c.object-meta.xml';
        const problems = deployProblems(edited(file, '<sharingModel>Private<', '<sharingModel>ReadWrite<'));
        expect(problems.join('\n')).toContain('only a private or read-only object is shared');
    });

    it('refuse a component that does not exist', () => {
        const changed = edited('flexipages/MyLinks.flexipage-meta.xml', 'c:myLinks', 'c:yourLinks');
        expect(misplacedComponents(changed).join()).toContain(
            'design time component information for component c:yourLinks.'
        );
    });
});
