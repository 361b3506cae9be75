import path from 'node:path';
import { ComponentSet, ForceIgnore, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { FORCE_APP, filesBelow } from '../support/repository.ts';

describe('force-app as a deployment', () => {
    const components = ComponentSet.fromSource(FORCE_APP);

    it('holds no file that the Salesforce CLI does not know', () => {
        const known = new Set(
            components
                .getSourceComponents()
                .toArray()
                .flatMap((component) => [component, ...component.getChildren()])
                .flatMap((component) => [component.xml, ...component.walkContent()])
        );
        const ignore = ForceIgnore.findAndCreate(FORCE_APP);
        const files = filesBelow(FORCE_APP).map((file) => path.join(FORCE_APP, file));
        expect(files.filter((file) => ignore.accepts(file) && !known.has(file))).toEqual([]);
    });

    it('converts to one archive with every object, page and permission set', async () => {
        const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', { type: 'zip' });
        // File names stand uncompressed in a zip.
        const archive = zipBuffer?.toString('latin1') ?? '';
        const expected = [
            ...['package.xml', 'objects/Meeting__c.object', 'objects/Activity.object', 'flexipages/MyLinks.flexipage'],
            ...['permissionsets/AdmitOneRep.permissionset', 'applications/AdmitOne.app', 'tabs/MyLinks.tab'],
            ...['customMetadata/AdmitOneSetting.Default.md', 'sharingRules/BookingLink__c.sharingRules']
        ];
        expect(expected.filter((name) => !archive.includes(name))).toEqual([]);
    });
});
