import MeetingTimePicker from 'c/meetingTimePicker';
import { toMeetingsPage, type MeetingsData } from 'c/meetingApi';
import meetings from '../../meetingApi/__tests__/data/meetings.json';
import { flush } from '../../../../../test/flush';
import { findById, mountComponent, textsById } from '../../../../../test/mount';

const [MEETING] = toMeetingsPage(meetings as unknown as MeetingsData).meetings;

const fetchMock = jest.fn();

function answer(starts: string[]): void {
    const slots = starts.map((start) => ({ start, end: start }));
    fetchMock.mockResolvedValue({ ok: true, json: () => Promise.resolve({ slots }) });
}

async function mount(meeting = MEETING!): Promise<HTMLElement> {
    const element = mountComponent('c-meeting-time-picker', MeetingTimePicker, { meeting });
    await flush();
    return element;
}

const askedUrl = (): URL => new URL(fetchMock.mock.lastCall[0] as string);

describe('c-meeting-time-picker', () => {
    beforeEach(() => {
        globalThis.fetch = fetchMock;
        answer([]);
    });

    afterEach(() => {
        document.body.replaceChildren();
        fetchMock.mockReset();
    });

    it('asks the booking service for the week’s free times of the same link and length', async () => {
        await mount();
        const { origin, pathname, searchParams } = askedUrl();
        expect(origin + pathname).toBe('https://book.nexora.example/api/v1/slots');
        expect(Object.fromEntries(searchParams)).toMatchObject({
            link: 'l/julio-deep-dive',
            timeZone: 'America/Los_Angeles',
            durationMinutes: '60'
        });
        const { from, to } = Object.fromEntries(searchParams) as { from: string; to: string };
        expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(6);
        expect(fetchMock.mock.lastCall[1]).toEqual({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    });

    it('shows free times by day and tells the one that is clicked', async () => {
        answer(['2026-11-23T17:00:00Z', '2026-11-23T18:00:00Z', '2026-11-24T17:30:00Z']);
        const element = await mount();
        expect(textsById(element, 'day')).toHaveLength(2);
        const times = element.shadowRoot!.querySelectorAll<HTMLElement & { label: string }>('[data-id="free-time"]');
        expect([...times].map(({ label }) => label.replace(/\s/g, ' '))).toEqual(['9:00 AM', '10:00 AM', '9:30 AM']);
        const handleTime = jest.fn();
        element.addEventListener('timechosen', ({ detail }: CustomEventInit) => handleTime(detail));
        times[1]!.click();
        await flush();
        expect(handleTime).toHaveBeenCalledWith({ startsAt: '2026-11-23T18:00:00.000Z' });
        expect(findById<HTMLElement & { value: string }>(element, 'time')!.value).toBe('2026-11-23T18:00:00.000Z');
        await expect(element).toBeAccessible();
    });

    it.each([
        ['2026-11-23T18:15:00.000Z', '2026-11-23T18:15:00.000Z'],
        [null, '']
    ])('tells any other time that is entered: %s', async (value, startsAt) => {
        const element = await mount();
        const handleTime = jest.fn();
        element.addEventListener('timechosen', ({ detail }: CustomEventInit) => handleTime(detail));
        findById(element, 'time')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
        expect(handleTime).toHaveBeenCalledWith({ startsAt });
    });

    it('goes to later weeks and back, never before this one', async () => {
        const element = await mount();
        const first = askedUrl().searchParams.get('from')!;
        expect(findById<HTMLElement & { disabled: boolean }>(element, 'earlier')!.disabled).toBe(true);
        findById(element, 'later')!.click();
        await flush();
        expect((Date.parse(askedUrl().searchParams.get('from')!) - Date.parse(first)) / 86_400_000).toBe(7);
        findById(element, 'earlier')!.click();
        await flush();
        expect(askedUrl().searchParams.get('from')).toBe(first);
    });

    it('says so when nobody is free', async () => {
        const element = await mount();
        expect(textsById(element, 'none')[0]).toContain('no free time');
        await expect(element).toBeAccessible();
    });

    it.each([
        ['the service is away', () => fetchMock.mockRejectedValue(new TypeError('failed')), MEETING!],
        ['the link is closed', () => fetchMock.mockResolvedValue({ ok: false, status: 410 }), MEETING!],
        ['the link is hidden', () => undefined, { ...MEETING!, linkUrl: null }]
    ])('lets a time be entered when %s', async (_, arrange, meeting) => {
        arrange();
        const element = await mount(meeting);
        expect(textsById(element, 'unknown')[0]).toContain('it is checked when you save');
        expect(findById(element, 'time')).not.toBeNull();
        await expect(element).toBeAccessible();
    });
});
