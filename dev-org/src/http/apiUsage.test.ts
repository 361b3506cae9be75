import { ApiUsage } from './apiUsage.ts';

const QUERY = { method: 'GET', pattern: '/services/data/:version/query' };
const LIMITS = { method: 'GET', pattern: '/services/data/:version/limits' };

function setup(): { usage: ApiUsage; set(time: string): void } {
    let now = Date.parse('2026-11-20T23:30:00Z');
    return { usage: new ApiUsage(3, () => now), set: (time) => (now = Date.parse(time)) };
}

describe('ApiUsage', () => {
    it('tells calls by day and by resource, the most used first', () => {
        const { usage, set } = setup();
        usage.count(LIMITS);
        set('2026-11-21T00:10:00Z');
        usage.count(QUERY);
        usage.count(QUERY);
        expect(usage.report()).toEqual({
            ...{ limit: 3, used: 3 },
            days: [
                { day: '2026-11-21', calls: 2 },
                { day: '2026-11-20', calls: 1 }
            ],
            endpoints: [
                { ...QUERY, calls: 2 },
                { ...LIMITS, calls: 1 }
            ]
        });
    });

    it('refuses the call above the limit, and takes calls again when the old ones are a day past', () => {
        const { usage, set } = setup();
        for (let call = 0; call < 3; call += 1) usage.count(QUERY);
        expect(() => usage.count(QUERY)).toThrow('TotalRequests Limit exceeded.');
        set('2026-11-22T00:00:00Z');
        expect(usage.header()).toBe('api-usage=0/3');
        expect(() => usage.count(QUERY)).not.toThrow();
    });

    it('forgets days that are more than a month past', () => {
        const { usage, set } = setup();
        usage.count(QUERY);
        set('2027-01-05T00:00:00Z');
        usage.count(QUERY);
        expect(usage.report().days).toEqual([{ day: '2027-01-05', calls: 1 }]);
    });
});
