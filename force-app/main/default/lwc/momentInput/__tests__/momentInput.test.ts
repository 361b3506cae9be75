import MomentInput from 'c/momentInput';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';
import { toInstant, toWallTime } from '../zonedTime';

type MomentElement = HTMLElement & { reportValidity(): boolean; setCustomValidity(message: string): void };

function mount(props: object = {}): { element: MomentElement; values: unknown[] } {
    const element = mountComponent('c-moment-input', MomentInput, { label: 'Expires at', ...props }) as MomentElement;
    const values: unknown[] = [];
    element.addEventListener('change', (event) => values.push((event as CustomEvent<{ value: unknown }>).detail.value));
    return { element, values };
}

async function enter(element: HTMLElement, value: string): Promise<void> {
    const input = findById<HTMLInputElement>(element, 'moment')!;
    input.value = value;
    input.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await flush();
}

describe('c-moment-input', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows a moment on the user’s clock and says which clock', async () => {
        const { element } = mount({ value: '2026-12-24T17:00:00.000Z', fieldLevelHelp: 'Empty: never.' });
        expect(findById<HTMLInputElement>(element, 'moment')!.value).toBe('2026-12-24T09:00');
        expect(textsById(element, 'hint')).toEqual(['Empty: never. Time zone: America/Los Angeles']);
        await expect(element).toBeAccessible();
    });

    it('tells the moment that was entered, and that it was emptied', async () => {
        const { element, values } = mount();
        await enter(element, '2026-07-01T09:30');
        await enter(element, '');
        expect(values).toEqual(['2026-07-01T16:30:00.000Z', null]);
    });

    it('insists on a moment where one is required', async () => {
        const { element } = mount({ required: true });
        expect(element.reportValidity()).toBe(false);
        await flush();
        expect(textsById(element, 'problem')).toEqual(['Enter date and time.']);
        await expect(element).toBeAccessible();
        expect(mount({ required: true, value: '2026-12-24T17:00:00.000Z' }).element.reportValidity()).toBe(true);
        expect(mount().element.reportValidity()).toBe(true);
    });

    it('says what its user finds wrong, until another moment is entered', async () => {
        const { element } = mount({ value: '2020-01-01T00:00:00.000Z' });
        element.setCustomValidity('Choose a moment in the future.');
        expect(element.reportValidity()).toBe(false);
        await flush();
        expect(textsById(element, 'problem')).toEqual(['Choose a moment in the future.']);
        await expect(element).toBeAccessible();
        await enter(element, '2030-01-01T00:00');
        expect(textsById(element, 'problem')).toEqual(['']);
    });

    it.each([
        ['2026-01-15T12:00', 'Europe/Berlin', '2026-01-15T11:00:00.000Z'],
        ['2026-07-15T12:00', 'Europe/Berlin', '2026-07-15T10:00:00.000Z'],
        ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
        ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
        ['2026-11-21T00:15', 'Asia/Kathmandu', '2026-11-20T18:30:00.000Z'],
        ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z']
    ])('takes %s in %s as %s', (wallTime, zone, instant) => {
        expect(toInstant(wallTime, zone)).toBe(instant);
    });

    it('shows what it was told, but for an hour that is skipped', () => {
        expect(toWallTime(toInstant('2026-10-25T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-10-25T02:30');
        expect(toWallTime(toInstant('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29T03:30');
    });
});
