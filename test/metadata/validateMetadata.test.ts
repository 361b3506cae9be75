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
            'unknown element <uniqe> in CustomField'
        ],
        [
            'a word that is not a boolean',
            changed(SLUG, '<unique>true</unique>', '<unique>yes</unique>'),
            '<unique> must be a boolean, not "yes"'
        ],
        [
            'a word that is not a number',
            changed(SLUG, '<length>60</length>', '<length>sixty</length>'),
            '<length> must be a number, not "sixty"'
        ],
        [
            'an empty number',
            changed(SLUG, '<length>60</length>', '<length></length>'),
            '<length> must be a number, not ""'
        ],
        ['an element that is not closed', changed(SLUG, '</length>', ''), "Expected closing tag 'length'"],
        [
            'an unknown element further down',
            changed(ROLE, '<sorted>false</sorted>', '<sorted>false</sorted><order>1</order>'),
            'CustomField > valueSet > valueSetDefinition: unknown element <order>'
        ],
        [
            'an element given twice',
            changed(SLUG, '<length>60</length>', '<length>60</length><length>70</length>'),
            '<length> is given more than once'
        ],
        [
            'a missing element',
            changed(REP, '<editable>false</editable>', ''),
            'PermissionSet > fieldPermissions: <editable> is missing'
        ],
        [
            'elements where text belongs',
            changed(SLUG, '<length>60</length>', '<length><value>60</value></length>'),
            '<length> holds text, not <value>'
        ],
        [
            'a value outside a fixed choice',
            changed(ROLE, '<type>Picklist</type>', '<type>Dropdown</type>'),
            '<type> cannot be "Dropdown"'
        ],
        [
            'a page type that does not exist',
            changed(PAGE, '<type>RecordPage</type>', '<type>LeadPage</type>'),
            '<type> cannot be "LeadPage"'
        ],
        ['an unknown metadata type', '<CustomThing/>', 'unknown metadata type CustomThing'],
        ['an empty file', '', 'Start tag expected']
    ])('reports %s', (_title, source, problem) => {
        expect(validateMetadata(source).join('\n')).toContain(problem);
    });
});
