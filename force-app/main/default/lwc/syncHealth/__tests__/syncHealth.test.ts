import SyncHealth from 'c/syncHealth';
import type ServiceHealth from 'c/serviceHealth';
import { aStatus, statusData } from '../../../../../test/health';
import { findById, mountComponent } from '../../../../../test/mount';
import { graphqlWire } from '../../../../../test/wire';

const hints = jest.fn<Promise<{ ok: boolean }>, [string, RequestInit]>();
const refresh = jest.fn<Promise<void>, []>();

const mount = (): HTMLElement => mountComponent('c-sync-health', SyncHealth);
const loadState = (element: HTMLElement) =>
    element.shadowRoot!.querySelector('c-load-state') as HTMLElement & Record<string, unknown>;
const services = (element: HTMLElement) => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement & ServiceHealth>('c-service-health')
];
const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0);

describe('c-sync-health', () => {
    beforeEach(() => {
        jest.useFakeTimers();
        hints.mockReset().mockResolvedValue({ ok: true });
        refresh.mockReset().mockResolvedValue(undefined);
        globalThis.fetch = hints as unknown as typeof fetch;
    });
    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
    });

    it('says that it loads until Salesforce has answered', async () => {
        const element = mount();
        await settle();
        expect(loadState(element).isLoading).toBe(true);
    });

    it('shows each installation', async () => {
        const element = mount();
        graphqlWire.emit(statusData([aStatus(), aStatus({ id: 'a0S000000000002AAA' })]), undefined, refresh);
        await settle();
        expect(services(element).map(({ status }) => status.id)).toEqual(['a0S000000000001AAA', 'a0S000000000002AAA']);
        expect(loadState(element).isLoading).toBe(false);
    });

    it('says what to do when no service has ever reported', async () => {
        const element = mount();
        graphqlWire.emit(statusData([]), undefined, refresh);
        await settle();
        expect(loadState(element)).toMatchObject({
            isEmpty: true,
            emptyHeading: 'No booking service has reported yet'
        });
    });

    it('shows an error, also that of somebody who may not see the figures', async () => {
        const element = mount();
        graphqlWire.emitErrors([{ message: "Object type 'ServiceStatus__c' is not supported." }]);
        await settle();
        expect(loadState(element)).toMatchObject({
            isLoading: false,
            errorMessage: 'The reports of the booking service could not be loaded.'
        });
        expect(loadState(element).errors).toHaveLength(1);
    });

    it('has the service write anew, then shows that', async () => {
        const element = mount();
        graphqlWire.emit(statusData([aStatus()]), undefined, refresh);
        await settle();
        refresh.mockImplementation(async () =>
            graphqlWire.emit(statusData([aStatus({ parkedCount: 4 })]), undefined, refresh)
        );
        findById(element, 'refresh')!.click();
        await jest.advanceTimersByTimeAsync(2000);
        expect(hints.mock.calls.map(([url, { body }]) => [url, body])).toEqual([
            [aStatus().hintUrl, JSON.stringify({ recordId: aStatus().id })]
        ]);
        expect(services(element)[0]?.status.parkedCount).toBe(4);
        expect(loadState(element).isLoading).toBe(false);
    });

    it('does not wait for a service that cannot be reached', async () => {
        hints.mockRejectedValue(new TypeError('Failed to fetch'));
        const element = mount();
        graphqlWire.emit(statusData([aStatus()]), undefined, refresh);
        await settle();
        findById(element, 'refresh')!.click();
        await settle();
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('grows old by itself while it is open, and stops when it is left', async () => {
        const element = mount();
        graphqlWire.emit(statusData([aStatus()]), undefined, refresh);
        await settle();
        const before = services(element)[0]!.now;
        await jest.advanceTimersByTimeAsync(60_000);
        expect(services(element)[0]!.now.getTime()).toBeGreaterThan(before.getTime());
        document.body.replaceChildren();
        await jest.advanceTimersByTimeAsync(120_000);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it('shows why the figures cannot be read again', async () => {
        refresh.mockRejectedValue(new Error('offline'));
        const element = mount();
        graphqlWire.emit(statusData([aStatus()]), undefined, refresh);
        await jest.advanceTimersByTimeAsync(60_000);
        expect(loadState(element).errors).toEqual(new Error('offline'));
    });

    it.each([
        ['loading', () => undefined],
        ['empty', () => graphqlWire.emit(statusData([]))],
        ['full', () => graphqlWire.emit(statusData([aStatus()]))],
        ['failed', () => graphqlWire.emitErrors([{ message: 'no' }])]
    ])('is accessible when %s', async (_state, act) => {
        jest.useRealTimers();
        const element = mount();
        act();
        await Promise.resolve();
        await expect(element).toBeAccessible();
    });
});
