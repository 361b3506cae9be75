import {
    delaysVariables,
    figuresVariables,
    toDelays,
    toFigures,
    toWeeks,
    weeksVariables,
    type DelaysData,
    type FiguresData,
    type WeeksData
} from 'c/homeApi';

// A Saturday; Jest's user lives in Los Angeles.
const NOW = new Date('2026-11-21T20:00:00.000Z');

const countOf = (value: number | null): unknown => ({ edges: [{ node: { aggregate: { Id: { count: { value } } } } }] });
const groups = (field: string, counts: Record<string, number>): unknown => ({
    edges: Object.entries(counts).map(([value, count]) => ({
        node: { aggregate: { [field]: { value }, Id: { count: { value: count } } } }
    }))
});

describe('c-home-api', () => {
    it('asks for eight weeks that begin on Monday in the user’s zone, summer time and all', () => {
        const weeks = weeksVariables(NOW);
        expect(Object.keys(weeks)).toHaveLength(8);
        const spanOf = (from: string, to: string): unknown => ({
            and: [{ BookedAt__c: { gte: { value: from } } }, { BookedAt__c: { lt: { value: to } } }]
        });
        expect(weeks.week7).toEqual(spanOf('2026-11-16T08:00:00.000Z', '2026-11-23T08:00:00.000Z'));
        expect(weeks.week0).toEqual(spanOf('2026-09-28T07:00:00.000Z', '2026-10-05T07:00:00.000Z'));
        expect(weeks.week4).toEqual(spanOf('2026-10-26T07:00:00.000Z', '2026-11-02T08:00:00.000Z'));
    });

    it('counts meetings by week and link type', () => {
        const data = { uiapi: { aggregate: { week7: groups('LinkType__c', { Standard: 2, 'Single-Use': 5 }) } } };
        const weeks = toWeeks(data as WeeksData, NOW);
        expect(weeks).toHaveLength(8);
        expect(weeks[7]).toEqual({
            startsAt: '2026-11-16T08:00:00.000Z',
            counts: { Standard: 2, 'Single-Use': 5 }
        });
        expect(weeks[0]!.counts).toEqual({});
    });

    it('looks at links made and meetings begun in the last 90 days', () => {
        const { meetings, expired } = figuresVariables(NOW);
        expect(meetings).toEqual({
            and: [
                { StartsAt__c: { gte: { value: '2026-08-23T20:00:00.000Z' } } },
                { StartsAt__c: { lt: { value: '2026-11-21T20:00:00.000Z' } } }
            ]
        });
        expect(expired).toEqual({
            and: [{ CreatedDate: { gte: { value: '2026-08-23T20:00:00.000Z' } } }, { Status__c: { eq: 'Expired' } }]
        });
    });

    it('reads counts, none as zero', () => {
        const aggregate = {
            meetings: groups('Status__c', { 'No-Show': 3 }),
            used: countOf(4),
            active: countOf(null),
            expired: { edges: [] },
            revoked: countOf(1),
            inactive: countOf(0)
        };
        expect(toFigures({ uiapi: { aggregate } } as unknown as FiguresData)).toEqual({
            links: { used: 4, active: 0, expired: 0, revoked: 1, inactive: 0 },
            meetings: { 'No-Show': 3 }
        });
    });

    it('counts delays in spans that leave no gap', () => {
        const spans = delaysVariables('2026-08-23T20:00:00.000Z');
        const limitsOf = (name: string): unknown[] => (spans[name] as { and: unknown[] }).and.slice(1);
        expect(limitsOf('span0')).toEqual([{ HoursToBooking__c: { lt: 1 } }]);
        expect(limitsOf('span1')).toEqual([{ HoursToBooking__c: { gte: 1 } }, { HoursToBooking__c: { lt: 24 } }]);
        expect(limitsOf('span4')).toEqual([{ HoursToBooking__c: { gte: 168 } }]);
        const aggregate = { span0: countOf(1), span1: countOf(2), span2: countOf(3), span3: countOf(4) };
        expect(toDelays({ uiapi: { aggregate } } as unknown as DelaysData)).toEqual([1, 2, 3, 4, 0]);
    });
});
