import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import LinkWizard from 'c/linkWizard';
import type { LinkDraft } from 'types/links';
import { aDraft } from '../../../../../test/drafts';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById, type Props } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type WizardElement = HTMLElement & { close: jest.Mock; disableClose: boolean };
type StepElement = HTMLElement & { draft: LinkDraft; reportValidity: () => boolean; slugError: string };

const USER = { id: '005000000000001AAA', name: 'Julio Reyes' };
const field = (value: unknown): object => ({ value });
const LINK = {
    ...{
        Id: 'a01',
        Name: field('Intro'),
        Slug__c: field('intro'),
        Description__c: field(null),
        ExpiresAt__c: field(null)
    },
    ...{ IsInLibrary__c: field(true), IsActive__c: field(true), MeetingType__r: null, LinkHosts__r: null }
};
const answer = (...nodes: object[]): object => ({
    uiapi: { query: { BookingLink__c: { edges: nodes.map((node) => ({ node })) } } }
});

async function mount(props: Props<LinkWizard> = { user: USER }): Promise<WizardElement> {
    const element = mountComponent('c-link-wizard', LinkWizard, props) as WizardElement;
    await flush();
    return element;
}

const stepOf = (element: HTMLElement): StepElement => element.shadowRoot!.querySelector<StepElement>('[data-step]')!;

const footerOf = (element: HTMLElement): HTMLElement =>
    element.shadowRoot!.querySelector<HTMLElement>('c-wizard-footer')!;

async function click(element: HTMLElement, id: string): Promise<void> {
    findById(footerOf(element), id)!.click();
    await flush();
}

async function change(element: HTMLElement, changes: Partial<LinkDraft>): Promise<void> {
    stepOf(element).dispatchEvent(new CustomEvent('draftchanged', { detail: changes }));
    await flush();
}

/** Goes on as if every step were filled in. */
async function goOn(element: HTMLElement, times: number): Promise<void> {
    for (let step = 0; step < times; step += 1) {
        const shown = stepOf(element);
        if (shown) shown.reportValidity = () => true;
        // eslint-disable-next-line no-await-in-loop -- A step is there once the one before is left.
        await click(element, 'next');
    }
}

async function mountAtReview(): Promise<WizardElement> {
    const element = await mount();
    await change(element, aDraft());
    await goOn(element, 3);
    return element;
}

describe('c-link-wizard', () => {
    beforeEach(() => {
        jest.mocked(createRecord).mockResolvedValue({ id: 'a01' } as never);
        jest.mocked(updateRecord).mockResolvedValue({ id: 'a01' } as never);
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('begins with the meeting type, and with its maker as host', async () => {
        const element = await mount();
        expect(stepOf(element).dataset.step).toBe('type');
        expect(stepOf(element).draft.hosts).toEqual([{ role: 'Required Host', ...USER }]);
        await expect(element).toBeAccessible();
    });

    it('goes on only from a step that is right, and back', async () => {
        const element = await mount();
        stepOf(element).reportValidity = () => false;
        await click(element, 'next');
        expect(stepOf(element).dataset.step).toBe('type');
        await goOn(element, 1);
        expect(stepOf(element).dataset.step).toBe('hosts');
        await click(element, 'back');
        expect(stepOf(element).dataset.step).toBe('type');
    });

    it('saves what was reviewed and ends with the link to copy', async () => {
        const element = await mountAtReview();
        await expect(element).toBeAccessible();
        await click(element, 'next');
        expect(createRecord).toHaveBeenCalledTimes(3);
        expect(element.shadowRoot!.querySelector('c-link-wizard-done')).toMatchObject({ linkId: 'a01' });
        await click(element, 'close');
        expect(element.close).toHaveBeenCalledWith('saved');
    });

    it('closes at once while nothing is entered', async () => {
        const element = await mount();
        await click(element, 'cancel');
        expect(element.close).toHaveBeenCalledTimes(1);
    });

    it('asks before it throws away what was entered', async () => {
        const element = await mount();
        await change(element, { name: 'Intro' });
        expect(element.disableClose).toBe(true);
        await click(element, 'cancel');
        expect(element.close).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
        await click(element, 'stay');
        expect(findById(footerOf(element), 'leave-question')).toBeNull();
        await click(element, 'cancel');
        await click(element, 'leave');
        expect(element.close).toHaveBeenCalledWith(undefined);
    });

    it('brings a slug that is taken back to its field', async () => {
        const body = { output: { fieldErrors: { Slug__c: [{ message: 'duplicate value found' }] } } };
        jest.mocked(createRecord).mockRejectedValueOnce({ body });
        const element = await mountAtReview();
        await click(element, 'next');
        expect(stepOf(element).dataset.step).toBe('details');
        expect(stepOf(element).slugError).toBe('duplicate value found');
        await change(element, { slug: 'other' });
        expect(stepOf(element).slugError).toBe('');
    });

    it('says that nothing remains of a link that could not be saved', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('locked'));
        const element = await mountAtReview();
        await click(element, 'next');
        expect(deleteRecord).toHaveBeenCalledTimes(3);
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            errors: { message: 'locked' },
            message: expect.stringContaining('was removed again')
        });
        await expect(element).toBeAccessible();
    });

    it('says what remains when it cannot be removed, and finishes it the next time', async () => {
        jest.mocked(updateRecord).mockRejectedValueOnce(new Error('locked'));
        jest.mocked(deleteRecord).mockRejectedValue(new Error('No access'));
        const element = await mountAtReview();
        await click(element, 'next');
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            message: expect.stringContaining('it stands on My Links')
        });
        await click(element, 'next');
        expect(createRecord).toHaveBeenCalledTimes(3);
        expect(element.shadowRoot!.querySelector('c-link-wizard-done')).not.toBeNull();
    });

    it('changes a link', async () => {
        const element = await mount({ linkId: 'a01' });
        expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        graphqlWire.emit(answer(LINK));
        await flush();
        expect(stepOf(element).draft).toMatchObject({ id: 'a01', name: 'Intro', isInLibrary: true });
    });

    it('makes a link like another, not shared yet', async () => {
        const element = await mount({ linkId: 'a01', isClone: true });
        graphqlWire.emit(answer(LINK));
        await flush();
        const { draft } = stepOf(element);
        expect(draft).toMatchObject({ name: 'Copy of Intro', slug: 'intro-copy', isInLibrary: false });
        expect(draft.id).toBeUndefined();
    });

    it('says why the link cannot be loaded', async () => {
        const element = await mount({ linkId: 'a01' });
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            errors: [{ message: 'No access' }]
        });
        expect(textsById(footerOf(element), 'next')).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('says that the link is gone', async () => {
        const element = await mount({ linkId: 'a01' });
        expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        await expect(element).toBeAccessible();
        graphqlWire.emit(answer());
        await flush();
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            errors: [{ message: expect.stringContaining('is gone') }]
        });
        expect(textsById(footerOf(element), 'next')).toEqual([]);
        await expect(element).toBeAccessible();
    });
});
