import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import ManagedLinkWizard from 'c/managedLinkWizard';
import type { ManagedLinkDraft, ManagedRow, ManagedUser } from 'types/managedLinks';
import { flush } from '../../../../../test/flush';
import { aManagedLink, aUser, managedLinksAnswer, managedRowsAnswer } from '../../../../../test/managedLinks';
import { findById, mountComponent, type Props } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type WizardElement = HTMLElement & { close: jest.Mock; disableClose: boolean };
type StepElement = HTMLElement & { draft: ManagedLinkDraft; users: ManagedUser[]; reportValidity: () => boolean };
type WorkElement = HTMLElement & {
    managed: ManagedLinkDraft;
    rows: ManagedRow[];
    users: ManagedUser[];
    isNew: boolean;
};

async function mount(props: Props<ManagedLinkWizard> = {}): Promise<WizardElement> {
    const element = mountComponent('c-managed-link-wizard', ManagedLinkWizard, props) as WizardElement;
    await flush();
    return element;
}

/** The wizard with a managed link of these people loaded; the platform answers from its cache first. */
async function mountLoaded(
    props: Props<ManagedLinkWizard>,
    ...people: [name: string, fields?: object][]
): Promise<WizardElement> {
    const element = await mount({ managedLinkId: aManagedLink().id, ...props });
    const data = { ...managedLinksAnswer([{}]) } as { uiapi: { query: object } };
    Object.assign(data.uiapi.query, (managedRowsAnswer(people) as typeof data).uiapi.query);
    graphqlWire.emit(data, undefined, async () => undefined);
    await flush();
    return element;
}

const stepOf = (element: HTMLElement): StepElement => element.shadowRoot!.querySelector<StepElement>('[data-step]')!;
const workOf = (element: HTMLElement): WorkElement =>
    element.shadowRoot!.querySelector<WorkElement>('c-managed-link-work')!;
const footerOf = (element: HTMLElement): HTMLElement =>
    element.shadowRoot!.querySelector<HTMLElement>('c-wizard-footer')!;

async function press(element: HTMLElement, type: 'next' | 'back' | 'leave' | 'close'): Promise<void> {
    footerOf(element).dispatchEvent(new CustomEvent(type));
    await flush();
}

async function change(element: HTMLElement, changes: Partial<ManagedLinkDraft>): Promise<void> {
    stepOf(element).dispatchEvent(new CustomEvent('draftchanged', { detail: changes }));
    await flush();
}

/** Goes on as if every step were filled in. */
async function goOn(element: HTMLElement, times: number): Promise<void> {
    for (let step = 0; step < times; step += 1) {
        const shown = stepOf(element);
        if (shown) shown.reportValidity = () => true;
        // eslint-disable-next-line no-await-in-loop -- A step is there once the one before is left.
        await press(element, 'next');
    }
}

describe('c-managed-link-wizard', () => {
    beforeEach(() => {
        jest.mocked(createRecord).mockImplementation(async ({ apiName }) => ({ id: apiName }) as never);
        jest.mocked(updateRecord).mockResolvedValue({} as never);
    });
    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('goes from the meeting type to the review, only from steps that are right', async () => {
        const element = await mount();
        stepOf(element).reportValidity = () => false;
        await press(element, 'next');
        expect(stepOf(element).dataset.step).toBe('type');
        await change(element, { meetingType: aManagedLink().meetingType });
        expect(stepOf(element).draft).toMatchObject({
            name: 'Office hours',
            slugPattern: '{firstName}-office-hours'
        });
        await goOn(element, 1);
        expect(stepOf(element).dataset.step).toBe('users');
        stepOf(element).dispatchEvent(new CustomEvent('userschanged', { detail: { users: [aUser('Ana Ito')] } }));
        await flush();
        await goOn(element, 1);
        expect(stepOf(element)).toMatchObject({ users: [aUser('Ana Ito')] });
        expect(stepOf(element).dataset.step).toBe('naming');
        await expect(element).toBeAccessible();
        await goOn(element, 1);
        expect(element.shadowRoot!.querySelector('c-managed-link-review')).not.toBeNull();
        await press(element, 'back');
        expect(stepOf(element).dataset.step).toBe('naming');
    });

    it('saves the managed link and makes the links, and has no single-use option anywhere', async () => {
        const element = await mount();
        await change(element, aManagedLink({ name: 'Clinic' }));
        await goOn(element, 4);
        expect(workOf(element)).toMatchObject({ isNew: true, managed: { name: 'Clinic' } });
        expect(element.shadowRoot!.querySelector('c-copy-link-menu')).toBeNull();
        expect(element.shadowRoot!.textContent).not.toContain('Single-Use');
        await expect(element).toBeAccessible();
        await press(element, 'close');
        expect(element.close).toHaveBeenCalledWith('saved');
    });

    it('does not close while links are being made', async () => {
        const element = await mount();
        await change(element, aManagedLink());
        await goOn(element, 4);
        workOf(element).dispatchEvent(new CustomEvent('workchanged', { detail: { isRunning: true } }));
        await flush();
        expect(element.disableClose).toBe(true);
        expect(footerOf(element)).toMatchObject({ isBusy: true });
    });

    it('says that nothing was saved, and lets try again', async () => {
        const element = await mount();
        await change(element, { ...aManagedLink(), id: undefined } as never);
        jest.mocked(createRecord).mockRejectedValueOnce(new Error('locked'));
        await goOn(element, 4);
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({ errors: { message: 'locked' } });
        expect(workOf(element)).toBeNull();
        await expect(element).toBeAccessible();
        await press(element, 'next');
        expect(workOf(element)).not.toBeNull();
    });

    it('leaves only as the footer says, which asks once something is entered', async () => {
        const element = await mount();
        expect(footerOf(element)).toMatchObject({ isChanged: false });
        await change(element, { name: 'Clinic' });
        expect(footerOf(element)).toMatchObject({ isChanged: true });
        expect(element.disableClose).toBe(true);
        await press(element, 'leave');
        expect(element.close).toHaveBeenCalledWith();
        expect(findById(element, 'next')).toBeNull();
    });

    it('shows who is on it to change, and who is taken off', async () => {
        const element = await mountLoaded({}, ['Ana Ito'], ['Grace Okafor', { BookingLink__r: null }]);
        await goOn(element, 1);
        expect(stepOf(element).users.map(({ name }) => name)).toEqual(['Ana Ito', 'Grace Okafor']);
        const users = [aUser('Grace Okafor')];
        stepOf(element).dispatchEvent(new CustomEvent('userschanged', { detail: { users } }));
        await flush();
        expect(stepOf(element)).toMatchObject({ removedNames: ['Ana Ito'] });
        await goOn(element, 1);
        // Only who is without a link gets a new name.
        expect(stepOf(element)).toMatchObject({ users, hasLinks: true });
    });

    it.each([
        ['finish', true],
        ['deactivate', false]
    ] as const)('at once brings all links to what is said: %s', async (purpose, isActive) => {
        const element = await mountLoaded({ purpose }, ['Ana Ito']);
        expect(workOf(element)).toMatchObject({ isNew: false, managed: { isActive }, rows: [{ id: 'a09Ana' }] });
    });

    it('says that the managed link is gone, and why it cannot be loaded', async () => {
        const gone = await mount({ managedLinkId: 'a08' });
        expect(gone.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
        await expect(gone).toBeAccessible();
        graphqlWire.emit({
            uiapi: {
                query: {
                    ...(managedLinksAnswer([]) as { uiapi: { query: object } }).uiapi.query,
                    ...(managedRowsAnswer([]) as { uiapi: { query: object } }).uiapi.query
                }
            }
        });
        await flush();
        expect(gone.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            errors: [{ message: expect.stringContaining('is gone') }]
        });
        await expect(gone).toBeAccessible();
        const failed = await mount({ managedLinkId: 'a08' });
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(failed.shadowRoot!.querySelector('c-error-panel')).toMatchObject({ errors: [{ message: 'No access' }] });
        await expect(failed).toBeAccessible();
    });
});
