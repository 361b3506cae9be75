import { all, flag, textOf } from '../support/xml.ts';
import type { XmlElement } from '../support/xml.ts';
import { documentsOf, isCustomObject, objectFolders, readDocuments } from './forceApp.ts';

const documents = readDocuments();
const sets = documentsOf(documents, 'permissionsets', '.permissionset-meta.xml');
const set = (name: string): XmlElement => {
    const found = sets.get(name);
    if (!found) throw new Error(`no permission set ${name}`);
    return found;
};

/** Fields of an object that a set lets people write. */
const writable = (name: string, object: string): string[] =>
    all(set(name), 'fieldPermissions')
        .filter((permission) => flag(permission, 'editable'))
        .map((permission) => textOf(permission, 'field') ?? '')
        .filter((field) => field.startsWith(`${object}.`))
        .map((field) => field.slice(object.length + 1));

/** Objects on which a set gives a right. */
const objectsWith = (name: string, right: string): string[] =>
    all(set(name), 'objectPermissions')
        .filter((permission) => flag(permission, right))
        .map((permission) => textOf(permission, 'object') ?? '')
        .sort();

const userPermissions = (name: string): string[] =>
    all(set(name), 'userPermissions').map((permission) => textOf(permission, 'name') ?? '');

const USE = ['UsedAt__c', 'ClaimedByUid__c', 'FirstOpenedAt__c', 'FirstScannedAt__c'];
const STANDARD = ['Account', 'Case', 'Contact', 'Lead', 'Opportunity'];

describe('a rep', () => {
    it('sees and changes only what sharing gives', () => {
        expect(objectsWith('AdmitOneRep', 'viewAllRecords')).toEqual([]);
        expect(objectsWith('AdmitOneRep', 'modifyAllRecords')).toEqual([]);
        expect(userPermissions('AdmitOneRep')).toEqual([]);
    });

    it('revokes a single-use link but never writes its use', () => {
        const fields = writable('AdmitOneRep', 'SingleUseLink__c');
        expect(fields).toContain('RevokedAt__c');
        expect(fields.filter((field) => USE.includes(field))).toEqual([]);
    });

    it('reads the meeting log and asks for changes, but writes neither log nor answer', () => {
        expect(objectsWith('AdmitOneRep', 'allowEdit')).not.toContain('Meeting__c');
        expect(objectsWith('AdmitOneRep', 'allowCreate')).not.toContain('Meeting__c');
        expect(objectsWith('AdmitOneRep', 'allowCreate')).toContain('MeetingAction__c');
        expect(objectsWith('AdmitOneRep', 'allowEdit')).not.toContain('MeetingAction__c');
        expect(writable('AdmitOneRep', 'MeetingAction__c')).not.toContain('Result__c');
    });

    it('deletes nothing but rows of own links, schedules and meeting types, and own links, which the org keeps once they were used', () => {
        expect(objectsWith('AdmitOneRep', 'allowDelete')).toEqual([
            'AvailabilityWindow__c',
            'BookingLink__c',
            'LinkHost__c',
            'MeetingQuestion__c'
        ]);
    });
});

describe('the integration user', () => {
    it('writes the use of a single-use link but never revokes one', () => {
        const fields = writable('AdmitOneIntegration', 'SingleUseLink__c');
        expect(USE.filter((field) => !fields.includes(field))).toEqual([]);
        expect(fields).not.toContain('RevokedAt__c');
    });

    it('answers actions and changes nothing else of them', () => {
        expect(writable('AdmitOneIntegration', 'MeetingAction__c').sort()).toEqual([
            'DoneAt__c',
            'Error__c',
            'Result__c'
        ]);
        expect(objectsWith('AdmitOneIntegration', 'allowCreate')).not.toContain('MeetingAction__c');
    });

    it('modifies all only where reps and hosts own what it has to write', () => {
        const written = ['MeetingAction__c', 'Meeting__c', 'SingleUseLink__c'];
        expect(objectsWith('AdmitOneIntegration', 'modifyAllRecords')).toEqual(written);
        // The row about itself is its own.
        expect(objectsWith('AdmitOneIntegration', 'allowEdit')).toEqual([...written, 'ServiceStatus__c'].sort());
    });

    it('has no more rights in the org than the API and calendar entries', () => {
        expect(userPermissions('AdmitOneIntegration')).toEqual([
            'ActivitiesAccess',
            'ApiEnabled',
            'EditEvent',
            'EditTask'
        ]);
    });

    it('has no tab and no app', () => {
        expect(all(set('AdmitOneIntegration'), 'tabSettings')).toEqual([]);
        expect(all(set('AdmitOneIntegration'), 'applicationVisibilities')).toEqual([]);
    });
});

describe('an admin', () => {
    it('may do everything with every object of ours', () => {
        const ours = [...objectFolders(documents).values()].filter(isCustomObject).map((folder) => folder.name);
        expect(objectsWith('AdmitOneAdmin', 'modifyAllRecords')).toEqual(ours.sort());
    });

    it('sees every tab', () => {
        const tabs = all(set('AdmitOneAdmin'), 'tabSettings').map((setting) => textOf(setting, 'tab'));
        const existing = [...documentsOf(documents, 'tabs', '.tab-meta.xml').keys()];
        expect(tabs.sort()).toEqual(existing.sort());
    });
});

describe('whoever makes Leads of unknown prospects', () => {
    it('makes them, and does nothing else in the whole org', () => {
        const rights = ['allowCreate', 'allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'];
        expect(rights.map((right) => objectsWith('AdmitOneLeadCreation', right))).toEqual([
            ['Lead'],
            ['Lead'],
            [],
            [],
            [],
            []
        ]);
        expect(writable('AdmitOneLeadCreation', 'Lead')).toEqual(['Email', 'Phone']);
        expect(userPermissions('AdmitOneLeadCreation')).toEqual([]);
    });
});

describe.each([...sets.keys()].filter((name) => name !== 'AdmitOneLeadCreation'))('permission set %s', (name) => {
    it('changes no standard record', () => {
        const rights = ['allowCreate', 'allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'];
        const changed = rights.flatMap((right) => objectsWith(name, right));
        expect(changed.filter((object) => STANDARD.includes(object))).toEqual([]);
        expect(STANDARD.flatMap((object) => writable(name, object))).toEqual([]);
    });
});
