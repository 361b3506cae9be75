import { loadProject } from '../src/metadata/loadProject.ts';
import { createRecordStore } from '../src/store/createRecordStore.ts';
import { seedLarge } from './large.ts';
import { seedNexora } from './nexora.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');

describe('a large company', () => {
    const { schema, permissionSets } = loadProject(process.cwd());
    let clock = NOW;
    const store = createRecordStore(schema, { clock: () => clock, permissionSets });
    const { userIds } = seedNexora(store, { now: NOW });
    const rowsOf = (name: string) => [...store.rows(schema.object(name)!)];
    const before = { links: rowsOf('BookingLink__c').length, meetings: rowsOf('Meeting__c').length };
    const hosts = [
        { id: userIds.julio, name: 'Julio Reyes' },
        { id: userIds.priya, name: 'Priya Nair' }
    ];
    seedLarge(store, {
        now: NOW,
        sizes: { links: 4, meetings: 30 },
        owners: { hosts, integrationId: userIds.integration },
        setClock: (moment) => {
            clock = moment;
        }
    });

    it('has as many links and meetings as asked for, beside the sample company', () => {
        expect(rowsOf('BookingLink__c')).toHaveLength(before.links + 4);
        expect(rowsOf('Meeting__c')).toHaveLength(before.meetings + 30);
    });

    it('has a used link for each meeting booked through one, and no other', () => {
        const large = rowsOf('Meeting__c').filter(({ BookingUid__c }) => String(BookingUid__c).startsWith('00000000-'));
        const singleUse = large.filter(({ LinkType__c }) => LinkType__c === 'Single-Use');
        expect(singleUse).toHaveLength(10);
        for (const meeting of singleUse) {
            const link = store.find(schema.object('SingleUseLink__c')!, String(meeting['SingleUseLink__c']));
            expect(link?.['ClaimedByUid__c']).toBe(meeting['BookingUid__c']);
        }
    });

    it('lies in the past and in the month to come', () => {
        const starts = rowsOf('Meeting__c').map(({ StartsAt__c }) => Date.parse(String(StartsAt__c)));
        expect(Math.min(...starts)).toBeLessThan(NOW - 700 * 86_400_000);
        expect(Math.max(...starts)).toBeGreaterThan(NOW);
    });

    it('has a host and an unused single-use version for each link', () => {
        const large = rowsOf('BookingLink__c').filter(({ Slug__c }) => String(Slug__c).startsWith('large-'));
        const unused = rowsOf('SingleUseLink__c').filter(({ UsedAt__c }) => UsedAt__c === null);
        const hosts = rowsOf('LinkHost__c');
        for (const { Id } of large) {
            expect(hosts.filter(({ BookingLink__c }) => BookingLink__c === Id)).toHaveLength(1);
            expect(unused.filter(({ BookingLink__c }) => BookingLink__c === Id)).toHaveLength(1);
        }
    });

    it('was written weeks ago, so that it is no news to whoever follows changes', () => {
        const written = rowsOf('BookingLink__c')
            .filter(({ Slug__c }) => String(Slug__c).startsWith('large-'))
            .map(({ SystemModstamp }) => Date.parse(String(SystemModstamp)));
        expect(Math.max(...written)).toBeLessThan(NOW - 7 * 86_400_000);
        expect(new Set(written).size).toBe(written.length);
        expect(store.now()).toBe(NOW);
    });
});
