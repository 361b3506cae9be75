import ServiceHealth from 'c/serviceHealth';
import type { ServiceStatus } from 'types/health';
import { aBounce, aStatus } from '../../../../../test/health';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const SOON = new Date('2026-11-23T09:02:00Z');
const LATER = new Date('2026-11-23T09:30:00Z');

function mount(status: ServiceStatus, now = SOON): HTMLElement {
    return mountComponent('c-service-health', ServiceHealth, { status, now });
}

const figure = (element: HTMLElement, id: string): string => (textsById(element, id)[0] ?? '').replace(/\s+/g, ' ');
const isMarked = (element: HTMLElement, id: string): boolean =>
    findById(element, id)?.querySelector('lightning-icon') !== null;

describe('c-service-health', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it('says how a service does that does well, and marks nothing', () => {
        const element = mount(aStatus());
        expect(textsById(element, 'heard')[0]).toContain('Last heard 2 minutes ago');
        expect(figure(element, 'waiting')).toContain('Salesforce knows every meeting.');
        expect(figure(element, 'parked')).toContain('0');
        expect(figure(element, 'bounced')).toContain('No mail was refused in the last 14 days.');
        expect(figure(element, 'calls')).toContain('1.2%');
        expect(figure(element, 'calls')).toContain('1,234 of 100,000 used by the whole org. 456 by this service');
        expect(figure(element, 'breaker')).toContain('Closed');
        expect(figure(element, 'poll')).toContain('2 minutes ago');
        expect(textsById(element, 'replica')).toEqual([
            'web-1:7: seen 2 minutes ago, started 2 hours ago',
            'web-2:7: seen 2 minutes ago, started 1 hour ago'
        ]);
        expect(findById(element, 'stale')).toBeNull();
        for (const id of ['waiting', 'parked', 'bounced', 'calls', 'breaker', 'poll'])
            expect(isMarked(element, id)).toBe(false);
    });

    it('says that figures are old, and what of them nobody knows', () => {
        const element = mount(aStatus(), LATER);
        expect(textsById(element, 'stale')).toEqual([
            'The service has not been heard since. These figures are of then.'
        ]);
        expect(textsById(element, 'heard')[0]).toContain('30 minutes ago');
        expect(figure(element, 'breaker')).toContain('Unknown');
        expect(isMarked(element, 'breaker')).toBe(true);
    });

    it.each<[string, Partial<ServiceStatus>, string]>([
        ['waiting', { waitingCount: 7, oldestWaitingAt: '2026-11-23T08:30:00Z' }, 'The oldest came 32 minutes ago.'],
        ['parked', { parkedCount: 2 }, 'Salesforce refuses these; see below.'],
        ['bounced', { bouncedCount: 3 }, 'Somebody was not told; see below.'],
        ['calls', { orgCallsUsed: 95_000 }, 'Calls are scarce'],
        ['poll', { polledAt: '2026-11-23T08:00:00Z' }, 'Changes in Salesforce are not seen.'],
        ['poll', { polledAt: null }, 'Never']
    ])('marks what needs attention: %s', (id, fields, text) => {
        const element = mount(aStatus(fields));
        expect(figure(element, id)).toContain(text);
        expect(isMarked(element, id)).toBe(true);
    });

    it('does not mark a meeting that waits for its turn', () => {
        const element = mount(aStatus({ waitingCount: 1, oldestWaitingAt: '2026-11-23T08:59:50Z' }));
        expect(isMarked(element, 'waiting')).toBe(false);
    });

    it('names the last break', () => {
        const lastBreak = { reason: 'Call Limit', startedAt: '2026-11-23T07:00:00Z', endedAt: '2026-11-23T07:10:00Z' };
        expect(figure(mount(aStatus({ lastBreak })), 'breaker')).toContain('Last break: Call Limit, ');
    });

    it('hands on the mails that were refused', () => {
        const bounces = [aBounce()];
        const list = mount(aStatus({ bouncedCount: 9, bounces })).shadowRoot!.querySelector('c-mail-bounces');
        expect(list).toMatchObject({ bounces, count: 9, now: SOON });
    });

    it('says when calls and processes are unknown', () => {
        const element = mount(aStatus({ orgCallsUsed: null, orgCallsLimit: null, replicas: [] }));
        expect(figure(element, 'calls')).toContain('Unknown');
        expect(element.shadowRoot!.textContent).toContain('No process has said that it is alive.');
    });

    it.each([
        ['doing well', aStatus(), SOON],
        ['stale', aStatus({ parkedCount: 1 }), LATER],
        ['not heard by everybody', aStatus({ bouncedCount: 1, bounces: [aBounce()] }), SOON]
    ])('is accessible when %s', async (_what, status, now) => {
        await expect(mount(status, now)).toBeAccessible();
    });
});
