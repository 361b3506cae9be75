import { fakeServer, jsonAnswer } from '../testing/fakeServer.ts';
import { describeTimes, findSuggestedTimes } from './suggestedTimes.ts';

const NEW_YORK = { now: new Date('2026-11-21T03:00:00Z'), timeZone: 'America/New_York', count: 3 };
const URL_OF_LINK = 'https://nexora.example/booking/s/0123';

function slot(start: string): { start: string; end: string } {
    return { start, end: new Date(Date.parse(start) + 30 * 60_000).toISOString() };
}

function serviceWith(answer: () => Response | Promise<Response>, isOnline = true) {
    const server = fakeServer(answer);
    return { ...server, http: { fetch: server.fetch, isOnline: () => isOnline, deadlineMs: 1000 } };
}

const starts = (times: { start: Date }[]): string[] => times.map(({ start }) => start.toISOString());
const code = (name: string): Error => expect.objectContaining({ code: name }) as Error;

describe('suggested times', () => {
    it('are the first of each day', async () => {
        const slots = [
            '2026-11-23T14:00:00.000Z',
            '2026-11-23T15:00:00.000Z',
            '2026-11-24T14:00:00.000Z',
            '2026-11-25T16:00:00.000Z'
        ];
        const { http } = serviceWith(() => jsonAnswer({ slots: slots.map(slot) }));
        const times = await findSuggestedTimes(http, URL_OF_LINK, NEW_YORK);
        expect(starts(times)).toEqual([slots[0], slots[2], slots[3]]);
    });

    it('are more of one day when there is no other', async () => {
        const slots = ['2026-11-23T14:00:00.000Z', '2026-11-23T15:00:00.000Z'];
        const { http } = serviceWith(() => jsonAnswer({ slots: slots.map(slot) }));
        expect(starts(await findSuggestedTimes(http, URL_OF_LINK, NEW_YORK))).toEqual(slots);
    });

    it('are asked of the service of the link, from the local day on', async () => {
        const { http, requests } = serviceWith(() => jsonAnswer({ slots: [slot('2026-11-23T14:00:00.000Z')] }));
        await findSuggestedTimes(http, URL_OF_LINK, NEW_YORK);
        const asked = new URL(requests[0]?.url ?? '');
        expect(asked.origin + asked.pathname).toBe('https://nexora.example/booking/api/v1/slots');
        expect(Object.fromEntries(asked.searchParams)).toEqual({
            link: 's/0123',
            from: '2026-11-20',
            to: '2026-12-04',
            timeZone: 'America/New_York'
        });
    });

    it.each([
        ['no_times', () => jsonAnswer({ slots: [] }), true],
        ['service_unreachable', () => jsonAnswer({ error: {} }, 503), true],
        ['service_unreachable', () => Promise.reject(new TypeError()), true],
        ['offline', () => Promise.reject(new TypeError()), false]
    ])('are none: %s', async (expected, answer, isOnline) => {
        const { http } = serviceWith(answer, isOnline);
        await expect(findSuggestedTimes(http, URL_OF_LINK, NEW_YORK)).rejects.toThrow(code(expected));
    });

    it('are written in a language and a zone that is named', () => {
        const time = { start: new Date('2026-11-23T14:00:00Z'), end: new Date('2026-11-23T14:30:00Z') };
        const [line] = describeTimes([time], 'en', 'America/New_York');
        expect(line?.replace(/\s/g, ' ')).toBe('• Mon, Nov 23, 9:00 – 9:30 AM EST');
        expect(describeTimes([time], 'de', 'Europe/Berlin')[0]).toContain('15:00');
    });
});
