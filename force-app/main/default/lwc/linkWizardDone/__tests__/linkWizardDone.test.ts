import LinkWizardDone from 'c/linkWizardDone';
import myLinks from '../../linkApi/__tests__/data/myLinks.json';
import { flush } from '../../../../../test/flush';
import { mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

/** The answer with one link, its meeting type having this policy. */
function answer(number: number, policy = 'Allowed'): object {
    const { node } = myLinks.uiapi.query.BookingLink__c.edges[number]!;
    const type = { ...node.MeetingType__r, SingleUsePolicy__c: { value: policy } };
    return { uiapi: { query: { BookingLink__c: { edges: [{ node: { ...node, MeetingType__r: type } }] } } } };
}

async function mount(data?: object): Promise<HTMLElement> {
    const element = mountComponent('c-link-wizard-done', LinkWizardDone, { linkId: 'a01' });
    if (data) graphqlWire.emit(data);
    await flush();
    return element;
}

const kindsOf = (element: HTMLElement): unknown[] =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement & { kind: string }>('c-copy-link-menu')].map(
        ({ kind }) => kind
    );

describe('c-link-wizard-done', () => {
    afterEach(() => document.body.replaceChildren());

    it('ends with both ways to copy', async () => {
        const element = await mount(answer(0));
        expect(textsById(element, 'heading')).toEqual(['Julio: deep dive is saved']);
        expect(kindsOf(element)).toEqual(['reusable', 'single-use']);
        await expect(element).toBeAccessible();
    });

    it('offers single-use links alone where they are required', async () => {
        expect(kindsOf(await mount(answer(0, 'Required')))).toEqual(['single-use']);
    });

    it('copies no link that nobody can book with', async () => {
        const element = await mount(answer(2));
        expect(kindsOf(element)).toEqual([]);
        expect(textsById(element, 'not-bookable')).toHaveLength(1);
        await expect(element).toBeAccessible();
    });

    it('shows a spinner, then why the link cannot be loaded', async () => {
        const element = await mount();
        expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            errors: [{ message: 'No access' }]
        });
        await expect(element).toBeAccessible();
    });
});
