import FactList from 'c/factList';
import { mountComponent, textsById } from '../../../../../test/mount';

describe('c-fact-list', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows facts with their names, and none that says nothing', async () => {
        const facts = [
            { label: 'Name', value: 'Intro' },
            { label: 'Description', value: '' }
        ];
        const element = mountComponent('c-fact-list', FactList, { facts });
        expect(textsById(element, 'row')).toEqual(['NameIntro']);
        await expect(element).toBeAccessible();
    });
});
