import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import ManagedLinkWork from 'c/managedLinkWork';
import type { ChangeFailure } from 'types/links';
import { flush } from '../../../../../test/flush';
import { aManagedLink, aRow, aUser } from '../../../../../test/managedLinks';
import { findById, mountComponent, type Props } from '../../../../../test/mount';

type ProgressElement = HTMLElement & {
    done: number;
    total: number;
    failures: ChangeFailure[];
    isRunning: boolean;
    doneMessage: string;
};

const ANA = aUser('Ana Ito');
const GRACE = aUser('Grace Okafor');

async function mount(props: Props<ManagedLinkWork> = {}): Promise<HTMLElement> {
    const element = mountComponent('c-managed-link-work', ManagedLinkWork, {
        managed: aManagedLink(),
        users: [ANA, GRACE],
        ...props
    });
    await flush();
    return element;
}

const progressOf = (element: HTMLElement): ProgressElement =>
    element.shadowRoot!.querySelector<ProgressElement>('c-work-progress')!;
const created = (apiName: string): Record<string, unknown>[] =>
    jest
        .mocked(createRecord)
        .mock.calls.filter(([input]) => input.apiName === apiName)
        .map(([{ fields }]) => fields);

async function fire(element: HTMLElement, type: string): Promise<void> {
    progressOf(element).dispatchEvent(new CustomEvent(type));
    await flush();
}

describe('c-managed-link-work', () => {
    let count = 0;
    beforeEach(() => {
        jest.mocked(createRecord).mockImplementation(async ({ apiName }) => {
            count += 1;
            return { id: `${apiName}-${count}` } as never;
        });
        jest.mocked(updateRecord).mockResolvedValue({} as never);
    });
    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('puts everybody on the managed link and makes each a link of their own', async () => {
        const element = await mount();
        expect(created('ManagedLinkUser__c').map((fields) => fields.User__c)).toEqual([ANA.id, GRACE.id]);
        expect(created('BookingLink__c')).toEqual([
            expect.objectContaining({
                Name: 'Office hours with Ana',
                Slug__c: 'ana-office-hours',
                OwnerId: ANA.id,
                ManagedLink__c: aManagedLink().id
            }),
            expect.objectContaining({ Slug__c: 'grace-office-hours', OwnerId: GRACE.id })
        ]);
        expect(progressOf(element)).toMatchObject({ done: 2, total: 2, failures: [], isRunning: false });
        expect(findById(element, 'keep')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('names whose link failed, does the others, and tries only that again', async () => {
        jest.mocked(createRecord).mockImplementation(async ({ apiName, fields }) => {
            if (fields.Slug__c === 'ana-office-hours') throw new Error('locked');
            return { id: `${apiName}` } as never;
        });
        const element = await mount();
        expect(progressOf(element).failures).toEqual([{ name: 'Ana Ito', error: new Error('locked') }]);
        // What failed stands on the row, so that it is known after this page is left.
        expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'ManagedLinkUser__c', Error__c: 'locked' } });
        await expect(element).toBeAccessible();
        jest.mocked(createRecord).mockClear();
        jest.mocked(createRecord).mockImplementation(async ({ apiName }) => ({ id: `${apiName}` }) as never);
        await fire(element, 'retry');
        expect(created('ManagedLinkUser__c')).toEqual([]);
        expect(created('BookingLink__c')).toHaveLength(1);
        expect(progressOf(element)).toMatchObject({ done: 1, total: 1, failures: [] });
    });

    it('stops when asked to and goes on where it stopped', async () => {
        let isStopped = false;
        const users = Array.from({ length: 8 }, (_, index) => aUser(`P${index} Smith`));
        jest.mocked(createRecord).mockImplementation(async ({ apiName }) => {
            if (apiName === 'BookingLink__c' && !isStopped) {
                isStopped = true;
                document.body
                    .querySelector('c-managed-link-work')!
                    .shadowRoot!.querySelector('c-work-progress')!
                    .dispatchEvent(new CustomEvent('stop'));
            }
            return { id: `${apiName}` } as never;
        });
        const element = await mount({ users });
        expect(progressOf(element).done).toBeLessThan(8);
        expect(progressOf(element).isRunning).toBe(false);
        await fire(element, 'proceed');
        expect(created('BookingLink__c')).toHaveLength(8);
        expect(created('ManagedLinkUser__c')).toHaveLength(8);
    });

    it('removes what it made when asked to', async () => {
        jest.mocked(createRecord).mockImplementation(async ({ apiName, fields }) => {
            if (fields.Slug__c === 'ana-office-hours') throw new Error('locked');
            return { id: `${apiName}-${String(fields.User__c ?? fields.OwnerId ?? '')}` } as never;
        });
        const element = await mount({ isNew: true });
        const takenBack = jest.fn();
        element.addEventListener('takenback', takenBack);
        findById(element, 'take-back')!.click();
        await flush();
        expect(jest.mocked(deleteRecord).mock.calls.flat()).toEqual(
            expect.arrayContaining([
                `ManagedLinkUser__c-${ANA.id}`,
                `ManagedLinkUser__c-${GRACE.id}`,
                `BookingLink__c-${GRACE.id}`,
                aManagedLink().id
            ])
        );
        expect(takenBack).toHaveBeenCalledTimes(1);
        expect(progressOf(element).doneMessage).toContain('removed again');
    });

    it('changes links to what the managed link says, and leaves alone those that are right', async () => {
        const rows = [
            aRow('Ana Ito'),
            aRow('Grace Okafor', { link: { ...aRow('Grace Okafor').link!, isActive: false } })
        ];
        const element = await mount({ rows });
        expect(createRecord).not.toHaveBeenCalled();
        expect(jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields.Id)).toEqual(['a01Grace']);
        expect(progressOf(element)).toMatchObject({ done: 2, failures: [] });
    });

    it('takes a person off and switches their link off; added again, they get it back', async () => {
        await mount({ rows: [aRow('Ana Ito')], users: [] });
        expect(jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields)).toEqual([
            { Id: 'a09Ana', RemovedAt__c: expect.stringMatching(/Z$/) },
            { Id: 'a01Ana', IsActive__c: false }
        ]);
        jest.mocked(updateRecord).mockClear();
        const row = aRow('Ana Ito', { isRemoved: true, link: { ...aRow('Ana Ito').link!, isActive: false } });
        await mount({ rows: [row], users: [ANA] });
        expect(jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields)).toEqual([
            { Id: 'a09Ana', RemovedAt__c: null },
            expect.objectContaining({ Id: 'a01Ana', IsActive__c: true })
        ]);
    });
});
