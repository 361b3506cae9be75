import PoolMemberTurns from 'c/poolMemberTurns';
import { flush } from '../../../../../test/flush';
import { mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

describe('c-pool-member-turns', () => {
    afterEach(() => document.body.replaceChildren());

    it('says the share that is due, then the meetings that came', async () => {
        const element = mountComponent('c-pool-member-turns', PoolMemberTurns, { hostName: 'Ada', share: 1 / 3 });
        expect(textsById(element, 'turns')).toEqual(['Due: 33%']);
        graphqlWire.emit({ uiapi: { query: { Meeting__c: { totalCount: 4 } } } });
        await flush();
        expect(textsById(element, 'turns')).toEqual(['Due: 33% · booked in 30 days: 4']);
        await expect(element).toBeAccessible();
    });

    it('keeps to the share where meetings cannot be counted', async () => {
        const element = mountComponent('c-pool-member-turns', PoolMemberTurns, { hostName: 'Ada', share: 0.5 });
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(textsById(element, 'turns')).toEqual(['Due: 50%']);
    });
});
