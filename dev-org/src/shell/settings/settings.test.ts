import type { ShellSettings } from '../../../modules/shellSettings.ts';
import { shellTestOrg } from '../testing/shellTestOrg.ts';
import type { ShellTestOrg } from '../testing/shellTestOrg.ts';
import { shellSettings } from './settings.ts';

let test: ShellTestOrg;

beforeAll(() => {
    test = shellTestOrg();
});

function settingsOf(userId: string): ShellSettings {
    const users = test.org.schema.object('User');
    const user = users && test.org.store.find(users, userId);
    if (!user) throw new Error('no such user');
    const look = { theme: 'slds2', styleSheets: { slds1: '/one.css', slds2: '/two.css' } } as const;
    return shellSettings(test.org)(user, 'token', look);
}

describe('shellSettings', () => {
    it('opens to each user the tabs of their permission sets', () => {
        const tabsOf = (userId: string): string[] => settingsOf(userId).apps[0]?.tabs ?? [];
        expect(tabsOf(test.repId)).toContain('MyLinks');
        expect(tabsOf(test.repId)).not.toContain('ManagedLink__c');
        expect(tabsOf(test.adminId)).toContain('ManagedLink__c');
    });

    it('keeps the order of the app and adds tabs of standard objects', () => {
        const { apps, tabs } = settingsOf(test.repId);
        expect(apps[0]?.tabs.slice(0, 4)).toEqual(['AdmitOneHome', 'MyLinks', 'MeetingLogs', 'standard-Lead']);
        expect(tabs).toContainEqual({
            ...{ name: 'standard-Lead', label: 'Leads', kind: 'object', target: 'Lead' },
            icon: 'standard:lead'
        });
    });

    it('names the tab of a custom object after the object', () => {
        expect(settingsOf(test.repId).tabs).toContainEqual(
            expect.objectContaining({ name: 'BookingLink__c', label: 'Booking Links' })
        );
    });

    it('lists active users only', () => {
        expect(settingsOf(test.repId).users.map(({ name }) => name)).toEqual(['Ada Admin', 'Julio Reyes']);
    });

    it('speaks in the locale and time zone of the user', () => {
        expect(settingsOf(test.repId)).toMatchObject({ locale: 'en-US', timeZone: 'America/New_York' });
    });

    it('turns the columns of list views into field names', () => {
        const link = settingsOf(test.repId).objects.find(({ name }) => name === 'BookingLink__c');
        expect(link?.listViews[0]?.columns.slice(0, 4)).toEqual(['Name', 'Slug__c', 'MeetingType__c', 'OwnerId']);
        expect(link?.listViews.at(-1)).toMatchObject({ label: 'My Booking Links', isMine: true });
    });

    it('tells what new records start with', () => {
        const type = settingsOf(test.adminId).objects.find(({ name }) => name === 'MeetingType__c');
        expect(type?.defaults).toMatchObject({ IsActive__c: true, DurationMinutes__c: 30 });
    });

    it('gives the record page of Lead with the components of the project', () => {
        const page = settingsOf(test.repId).pages.find(({ objectName }) => objectName === 'Lead');
        const names = page?.regions.flatMap(({ components }) => components.map(({ name }) => name));
        expect(names).toEqual(expect.arrayContaining(['force:highlightsPanel', 'c:copyLinkCard']));
    });
});
