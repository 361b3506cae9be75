import { createHash } from 'node:crypto';
import { NEXORA_USERNAMES } from '../../../dev-org/seed/nexora.ts';
import type { DevOrg } from '../../../dev-org/src/devOrg.ts';
import { SYSTEM_ACTOR } from '../../../dev-org/src/store/systemActor.ts';
import { connectToOrg, startTestOrg } from '../../testing/testOrg.ts';
import { SalesforceReader } from './salesforceReader.ts';

/** More than two full pages, and a rest. */
const MANY = 4_100;

describe('SalesforceReader', () => {
    let org: DevOrg;
    let reader: SalesforceReader;

    beforeAll(async () => {
        org = await startTestOrg();
        reader = new SalesforceReader(connectToOrg(org.url, NEXORA_USERNAMES.integration));
    });
    afterAll(() => org.close());

    /** Links that all have the same stamp, as after an import or a bulk job. */
    function addLinks(): string[] {
        const object = org.schema.object('SingleUseLink__c');
        const original = org.schema.object('BookingLink__c');
        if (!object || !original) throw new Error('the org has no links');
        const [parent] = [...org.store.rows(original)];
        org.clock.set(Date.now());
        const ids = org.store.transaction(() =>
            Array.from({ length: MANY }, (_, index) => {
                const TokenHash__c = createHash('sha256').update(String(index)).digest('hex');
                const fields = { BookingLink__c: parent?.Id, TokenHash__c, CopiedFrom__c: 'API' };
                return org.store.insert(object, fields, SYSTEM_ACTOR).Id;
            })
        );
        org.store.delete(object, ids[2_500] ?? '', SYSTEM_ACTOR);
        return ids;
    }

    it('reads each of thousands of changes of the same second once, page by page, deleted ones too', async () => {
        const since = new Date(Math.floor(Date.now() / 1000) * 1000);
        const ids = addLinks();
        await reader.readChanges([], []);
        const before = org.usage.used;
        const found = (await reader.readChanges([{ objectName: 'SingleUseLink__c', since }], [])).get(
            'SingleUseLink__c'
        );
        expect(org.usage.used - before).toBe(Math.ceil(MANY / 2000));
        const links = (found ?? []).filter(({ Id }) => ids.includes(Id));
        expect(links).toHaveLength(MANY);
        expect(new Set(links.map(({ Id }) => Id)).size).toBe(MANY);
        expect(links.filter(({ IsDeleted }) => IsDeleted).map(({ Id }) => Id)).toEqual([ids[2_500]]);
    });
});
