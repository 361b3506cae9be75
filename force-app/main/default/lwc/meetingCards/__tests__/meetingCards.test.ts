import MeetingCards from 'c/meetingCards';
import type { MeetingRow } from 'types/meetings';
import { findById, mountComponent } from '../../../../../test/mount';

const ROW: MeetingRow = {
    id: 'a02000000000001AAA',
    meetingTime: 'Tue, Nov 24, 2026, 10:00 – 10:30 AM PST',
    meetingType: 'Intro call',
    hosts: 'Julio Reyes',
    prospect: 'Dana Whitfield',
    recordUrl: '/lead',
    recordName: 'Dana Whitfield (Halcyon)',
    link: 'Julio: intro',
    linkType: 'Single-Use',
    linkTypeIcon: 'utility:coupon_codes',
    status: 'Scheduled',
    statusIcon: 'utility:event',
    bookedAt: 'Fri, Nov 20, 2026, 7:04 AM PST',
    sync: 'Error',
    syncIcon: 'utility:error',
    syncNote: 'INSUFFICIENT_ACCESS',
    actions: [
        { name: 'open-meeting', label: 'Open meeting' },
        { name: 'cancel', label: 'Cancel meeting' }
    ]
};

const mount = (rows = [ROW]): HTMLElement => mountComponent('c-meeting-cards', MeetingCards, { rows });

describe('c-meeting-cards', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows all that matters of a meeting', () => {
        const element = mount();
        const text = findById(element, 'card')!.textContent;
        for (const part of [
            'Dana Whitfield',
            '10:00',
            'Intro call',
            'Julio Reyes',
            'Halcyon',
            'Julio: intro',
            '7:04'
        ]) {
            expect(text).toContain(part);
        }
        expect(text).toContain('INSUFFICIENT_ACCESS');
        const badges = [...element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('lightning-badge')];
        expect(badges.map(({ label }) => label)).toEqual(['Scheduled', 'Single-Use', 'Error']);
    });

    it('tells which action was chosen for which meeting', () => {
        const element = mount([{ ...ROW, id: 'other' }, ROW]);
        const handleAction = jest.fn();
        element.addEventListener('rowaction', ({ detail }: CustomEventInit) => handleAction(detail));
        const menus = element.shadowRoot!.querySelectorAll('lightning-button-menu');
        menus[1]!.dispatchEvent(new CustomEvent('select', { detail: { value: 'cancel' } }));
        expect(handleAction).toHaveBeenCalledWith({
            action: ROW.actions[1],
            row: expect.objectContaining({ id: ROW.id })
        });
    });

    it('names each menu after its meeting', () => {
        expect(findById<HTMLElement & { alternativeText: string }>(mount(), 'menu')!.alternativeText).toBe(
            'Actions for the meeting with Dana Whitfield'
        );
    });

    it('is accessible', async () => {
        await expect(mount()).toBeAccessible();
    });
});
