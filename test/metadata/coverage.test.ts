import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FORCE_APP } from '../support/repository.ts';
import { parseXml } from '../support/xml.ts';
import { undescribed, ungranted, unopened } from './coverage.ts';
import { readDocuments } from './forceApp.ts';
import type { Documents } from './forceApp.ts';

const documents = readDocuments();
const PERMISSION_SETS = ['AdmitOneAdmin', 'AdmitOneIntegration', 'AdmitOneRep'].map(
    (name) => `permissionsets/${name}.permissionset-meta.xml`
);

/** force-app where `from` is replaced in each of the files. */
function edited(files: string[], from: string | RegExp, to: string): Documents {
    const changed = new Map(documents);
    for (const file of files) {
        const source = readFileSync(path.join(FORCE_APP, file), 'utf8');
        changed.set(file, parseXml(source.replaceAll(from, to)));
    }
    return changed;
}

describe('metadata of force-app', () => {
    it('says of every object, field, rule, page and permission set what it is for', () => {
        expect(undescribed(documents)).toEqual([]);
    });

    it('grants every custom field in some permission set', () => {
        expect(ungranted(documents)).toEqual([]);
    });

    it('opens every custom object in some permission set', () => {
        expect(unopened(documents)).toEqual([]);
    });
});

describe('coverage', () => {
    it('notices a field without a description', () => {
        const file = 'objects/Meeting__c/fields/Status__c.field-meta.xml';
        expect(undescribed(edited([file], 'Where the meeting stands.', ''))).toEqual([file]);
    });

    it('notices a field that no permission set grants', () => {
        const changed = edited(PERMISSION_SETS, 'Meeting__c.Answers__c', 'Meeting__c.Guests__c');
        expect(ungranted(changed)).toEqual(['objects/Meeting__c/fields/Answers__c.field-meta.xml']);
    });

    it('notices a field of Activity that no permission set grants', () => {
        const changed = edited(PERMISSION_SETS, /(?:Event|Task)\.BookingUid__c/g, 'Meeting__c.Guests__c');
        expect(ungranted(changed)).toEqual(['objects/Activity/fields/BookingUid__c.field-meta.xml']);
    });

    it('notices an object that no permission set opens', () => {
        const changed = edited(PERMISSION_SETS, '<object>HostPool__c<', '<object>Account<');
        expect(unopened(changed)).toEqual(['HostPool__c']);
    });
});
