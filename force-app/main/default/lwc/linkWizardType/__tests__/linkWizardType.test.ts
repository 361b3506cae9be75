import LinkWizardType from 'c/linkWizardType';
import { aDraft, draftChangesOf } from '../../../../../test/drafts';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type StepElement = HTMLElement & { reportValidity(): boolean };

const field = (value: unknown): { value: unknown } => ({ value });
const NODE = {
    ...{ Id: 'a05A', Title__c: field('Demo'), Description__c: field('Shows it.'), DurationMinutes__c: field(45) },
    ...{ SingleUsePolicy__c: field('Allowed'), ExpiresAt__c: field(null) }
};
const answer = (...nodes: object[]): object => ({
    uiapi: { query: { MeetingType__c: { edges: nodes.map((node) => ({ node })) } } }
});

async function mount(data: object | undefined, draft = aDraft({ meetingType: undefined })): Promise<StepElement> {
    const element = mountComponent('c-link-wizard-type', LinkWizardType, { draft }) as StepElement;
    if (data) graphqlWire.emit(data);
    await flush();
    return element;
}

describe('c-link-wizard-type', () => {
    afterEach(() => document.body.replaceChildren());

    it('offers meeting types with their length, and hands on the one chosen', async () => {
        const element = await mount(answer(NODE));
        const types = findById<HTMLElement & { options: unknown }>(element, 'meeting-types')!;
        expect(types.options).toEqual([{ label: 'Demo · 45 min', value: 'a05A' }]);
        const changes = draftChangesOf(element);
        types.dispatchEvent(new CustomEvent('change', { detail: { value: 'a05A' } }));
        expect(changes).toMatchObject([{ meetingType: { id: 'a05A', title: 'Demo' } }]);
        await expect(element).toBeAccessible();
    });

    it('says at the field that none is chosen', async () => {
        const element = await mount(answer(NODE));
        expect(element.reportValidity()).toBe(false);
        await flush();
        expect(textsById(element, 'missing')).toEqual(['Choose a meeting type.']);
        await expect(element).toBeAccessible();
    });

    it('describes the one that is chosen', async () => {
        const element = await mount(answer(NODE), aDraft());
        expect(element.reportValidity()).toBe(true);
        expect(textsById(element, 'description')).toEqual(['Half an hour.']);
    });

    it('shows a spinner until Salesforce answers', async () => {
        const element = await mount(undefined);
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({ isLoading: true });
        await expect(element).toBeAccessible();
    });

    it('says who makes meeting types when there is none', async () => {
        const element = await mount(answer());
        expect(element.shadowRoot!.querySelector('c-load-state')).toMatchObject({
            isEmpty: true,
            emptyHeading: 'No meeting types yet'
        });
        await expect(element).toBeAccessible();
    });

    it('shows why they cannot be loaded, and asks again', async () => {
        const element = await mount(undefined);
        const refresh = jest.fn().mockRejectedValue(new Error('offline'));
        graphqlWire.emitErrors([{ message: 'No access' }], undefined, refresh);
        await flush();
        const panel = element.shadowRoot!.querySelector('c-load-state') as HTMLElement & { errors: unknown };
        expect(panel.errors).toEqual([{ message: 'No access' }]);
        await expect(element).toBeAccessible();
        panel.dispatchEvent(new CustomEvent('retry'));
        await flush();
        expect(panel.errors).toMatchObject({ message: 'offline' });
    });
});
