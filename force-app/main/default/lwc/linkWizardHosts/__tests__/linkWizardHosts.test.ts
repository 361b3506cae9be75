import LinkWizardHosts from 'c/linkWizardHosts';
import { aDraft, draftChangesOf } from '../../../../../test/drafts';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

type StepElement = HTMLElement & { reportValidity(): boolean };

const connection = (...nodes: object[]): object => ({ edges: nodes.map((node) => ({ node })) });
const field = (value: string): object => ({ value });
const JULIO = '005000000000001AAA';
const WINDOWS = connection({ StartTime__c: field('09:00:00.000Z'), EndTime__c: field('17:00:00.000Z') });
const SCHEDULE = { User__c: field(JULIO), TimeZone__c: field('America/New_York'), AvailabilityWindows__r: WINDOWS };
/** Answers both questions of the step: the stub hands every answer to each of them. */
const ANSWER = {
    uiapi: {
        query: {
            AvailabilitySchedule__c: connection(SCHEDULE),
            User: connection({ Id: JULIO, Name: field('Julio Reyes') }, { Id: '005B', Name: field('Helena Brandt') }),
            HostPool__c: connection()
        }
    }
};
const NO_SCHEDULE = { uiapi: { query: { ...ANSWER.uiapi.query, AvailabilitySchedule__c: connection() } } };

async function mount(data: object = ANSWER, draft = aDraft()): Promise<StepElement> {
    const element = mountComponent('c-link-wizard-hosts', LinkWizardHosts, { draft }) as StepElement;
    graphqlWire.emit(data);
    await flush();
    return element;
}

async function search(element: HTMLElement, value: string): Promise<void> {
    findById(element, 'search')!.dispatchEvent(new CustomEvent('search', { detail: { term: value } }));
    await flush();
}

describe('c-link-wizard-hosts', () => {
    afterEach(() => document.body.replaceChildren());

    it('says of each host when it can be met', async () => {
        const element = await mount();
        const [julio, pool] = textsById(element, 'host');
        expect(julio).toContain('8 hours a week (America/New_York)');
        expect(pool).toContain('One free member joins, in turn.');
        await expect(element).toBeAccessible();
    });

    it('warns of a host whom nobody can meet', async () => {
        const element = await mount(NO_SCHEDULE);
        expect(textsById(element, 'host')[0]).toContain('No availability schedule');
        await expect(element).toBeAccessible();
    });

    it('finds people to add, but nobody twice', async () => {
        const element = await mount();
        await search(element, 'e');
        expect(textsById(element, 'found')).toEqual([expect.stringContaining('Helena Brandt')]);
        const changes = draftChangesOf(element);
        findById(element, 'add')!.click();
        expect(changes[0]!.hosts!.map(({ name }) => name)).toEqual([
            'Julio Reyes',
            'Sales Engineering',
            'Helena Brandt'
        ]);
        await expect(element).toBeAccessible();
    });

    it('removes hosts and changes their role', async () => {
        const element = await mount();
        const changes = draftChangesOf(element);
        findById(element, 'remove')!.click();
        findById(element, 'role')!.dispatchEvent(
            new CustomEvent('change', { detail: { value: 'Additional Attendee' } })
        );
        expect(changes[0]!.hosts!.map(({ name }) => name)).toEqual(['Sales Engineering']);
        expect(changes[1]!.hosts!.map(({ role }) => role)).toEqual(['Additional Attendee', 'Pool']);
    });

    it('insists on somebody to meet', async () => {
        const hosts = [{ role: 'Additional Attendee', id: JULIO, name: 'Julio Reyes' } as const];
        const element = await mount(ANSWER, aDraft({ hosts }));
        expect(element.reportValidity()).toBe(false);
        await flush();
        expect(textsById(element, 'missing')).toEqual([expect.stringContaining('Add a required host or a pool')]);
        await expect(element).toBeAccessible();
    });

    it('shows why people cannot be found', async () => {
        const element = await mount();
        graphqlWire.emitErrors([{ message: 'No access' }]);
        await flush();
        expect(element.shadowRoot!.querySelector('c-error-panel')).toMatchObject({
            errors: [{ message: 'No access' }]
        });
        await expect(element).toBeAccessible();
    });
});
