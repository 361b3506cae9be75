import path from 'node:path';
import { readFileSync } from 'node:fs';
import { FORCE_APP, filesBelow } from '../support/repository.ts';
import { validateMetadata } from './validateMetadata.ts';

const metadataFiles = filesBelow(FORCE_APP).filter((file) => file.endsWith('-meta.xml'));

/** A file of ours with `from` replaced by `to`. */
function changed(file: string, from: string, to: string): string {
    const source = readFileSync(path.join(FORCE_APP, file), 'utf8');
    expect(source).toContain(from);
    return source.replace(from, to);
}

const SLUG = 'objects/BookingLink__c/fields/Slug__c.field-meta.xml';
const ROLE = 'objects/LinkHost__c/fields/Role__c.field-meta.xml';
const REP = 'permissionsets/AdmitOneRep.permissionset-meta.xml';
const PAGE = 'flexipages/LeadRecordPage.flexipage-meta.xml';

describe('metadata of force-app', () => {
    it.each(metadataFiles)('%s is understood by the Metadata API', (file) => {
        expect(validateMetadata(readFileSync(path.join(FORCE_APP, file), 'utf8'))).toEqual([]);
    });
});

describe('validateMetadata', () => {
    it.each([
        [
            'an unknown element',
            changed(SLUG, '<unique>true</unique>', '<uniqe>true</uniqe>'),
            'Element uniqe invalid at this location in type CustomField'
        ],
        [
            'a word that is not a boolean',
            changed(SLUG, '<unique>true</unique>', '<unique>yes</unique>'),
            "'yes' is not a valid boolean for <unique>"
        ],
        [
            'a word that is not a number',
            changed(SLUG, '<length>60</length>', '<length>sixty</length>'),
            "'sixty' is not a valid number for <length>"
        ],
        [
            'an empty number',
            changed(SLUG, '<length>60</length>', '<length></length>'),
            "'' is not a valid number for <length>"
        ],
        ['an element that is not closed', changed(SLUG, '</length>', ''), "Expected closing tag 'length'"],
        [
            'an unknown element further down',
            changed(ROLE, '<sorted>false</sorted>', '<sorted>false</sorted><order>1</order>'),
            'Element order invalid at this location in type ValueSetValuesDefinition'
        ],
        [
            'an element given twice',
            changed(SLUG, '<length>60</length>', '<length>60</length><length>70</length>'),
            'Element length is duplicated at this location in type CustomField'
        ],
        ['a missing element', changed(REP, '<editable>false</editable>', ''), 'Required field is missing: editable'],
        [
            'elements where text belongs',
            changed(SLUG, '<length>60</length>', '<length><value>60</value></length>'),
            '<length> holds text, not <value>'
        ],
        [
            'a value outside a fixed choice',
            changed(ROLE, '<type>Picklist</type>', '<type>Dropdown</type>'),
            "'Dropdown' is not a valid value for the enum 'FieldType'"
        ],
        [
            'a page type that does not exist',
            changed(PAGE, '<type>RecordPage</type>', '<type>LeadPage</type>'),
            "'LeadPage' is not a valid value for the enum 'FlexiPageType'"
        ],
        ['an unknown metadata type', '<CustomThing/>', "Unknown type name 'CustomThing'"],
        ['an empty file', '', 'Start tag expected']
    ])('reports %s', (_title, source, problem) => {
        expect(validateMetadata(source).join('\n')).toContain(problem);
    });
});
