import { Temporal } from 'temporal-polyfill';
import { meeting, openContractOrg, tokenHash } from './testing/contractOrg.ts';
import type { ContractOrg } from './testing/contractOrg.ts';

let org: ContractOrg;
const ids: Record<string, string> = {};

beforeAll(async () => {
    org = await openContractOrg();
    const { create, run } = org;
    ids['short'] = await create('MeetingType__c', { Name: `${run} Short`, Title__c: 'Short', DurationMinutes__c: 15 });
    ids['long'] = await create('MeetingType__c', { Name: `${run} Long`, Title__c: 'Long', DurationMinutes__c: 90 });
    for (const [name, type, fields] of [
        ['a', 'short', { Description__c: 'First', ExpiresAt__c: '2030-01-01T00:00:00Z' }],
        ['b', 'short', { IsActive__c: false }],
        ['c', 'long', { IsInLibrary__c: true }]
    ] as const) {
        const link = { Name: `${run} ${name}`, Slug__c: `${run}-${name}`, MeetingType__c: ids[type], ...fields };
        ids[name] = await create('BookingLink__c', link);
    }
    for (const link of ['a', 'a', 'c']) {
        await create('SingleUseLink__c', { BookingLink__c: ids[link], TokenHash__c: tokenHash(), BatchId__c: run });
    }
    ids['account'] = await create('Account', { Name: `${run} O'Neil \\ Co`, Phone: '123' });
    ids['lead'] = await create('Lead', { LastName: run, Company: run });
    const event = { StartDateTime: '2027-12-31T23:30:00Z', DurationInMinutes: 30 };
    await create('Event', { Subject: `${run} account`, WhatId: ids['account'], ...event });
    await create('Event', { Subject: `${run} lead`, WhoId: ids['lead'], ...event });
    await create('Meeting__c', meeting({ Location__c: run, MeetingType__c: ids['long'] }));
});
afterAll(() => org.close());

/** `{run}` and `{a}` in a query stand for this run's prefix and ids. */
const filled = (soql: string): string =>
    soql.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'run' ? org.run : (ids[name] ?? name)));
const query = (soql: string) => org.sf.query<Record<string, unknown>>(filled(soql));

const LINKS = "FROM BookingLink__c WHERE Name LIKE '{run}%'";

describe('filters', () => {
    it.each<[string, string, string]>([
        ['equality', "Slug__c = '{run}-a'", 'a'],
        ['inequality, which matches empty values', "Description__c != 'First'", 'bc'],
        ['LIKE without regard to case', "Name LIKE '% A'", 'a'],
        ['LIKE with one character', "Slug__c LIKE '{run}-_'", 'abc'],
        ['a list', "Slug__c IN ('{run}-a', '{run}-c')", 'ac'],
        ['all but a list, empty values too', "Description__c NOT IN ('First')", 'bc'],
        ['empty values', 'Description__c = null', 'bc'],
        ['values that are not empty', 'Description__c != null', 'a'],
        ['checkboxes', 'IsActive__c = false', 'b'],
        ['moments', 'ExpiresAt__c > 2029-01-01T00:00:00Z', 'a'],
        ['no empty value by order', 'ExpiresAt__c < 2031-01-01T00:00:00Z', 'a'],
        ['AND', 'IsActive__c = true AND IsInLibrary__c = true', 'c'],
        ['OR in parentheses', '(IsActive__c = false OR IsInLibrary__c = true)', 'bc'],
        ['NOT', '(NOT IsActive__c = false)', 'ac'],
        ['a parent’s field', 'MeetingType__r.DurationMinutes__c > 60', 'c'],
        ['a formula', "LinkType__c = 'Standard'", 'abc'],
        ['ids of 15 characters', 'MeetingType__c = {long15}', 'c'],
        ['a semi-join', 'Id IN (SELECT BookingLink__c FROM SingleUseLink__c)', 'ac'],
        ['an anti-join', 'Id NOT IN (SELECT BookingLink__c FROM SingleUseLink__c)', 'b'],
        ['a date literal', 'CreatedDate >= YESTERDAY', 'abc'],
        ['a counted date literal', 'CreatedDate = LAST_N_DAYS:2', 'abc'],
        ['a date function', 'CALENDAR_YEAR(ExpiresAt__c) = 2030', 'a'],
        ['the owner’s type', "Owner.Type = 'User'", 'abc'],
        ['an alias', "b.Slug__c = '{run}-b'", 'b'],
        ['unknown ids', "Id = '001000000000000AAA'", '']
    ])('take %s', async (_case, filter, names) => {
        ids['long15'] = `'${ids['long']!.slice(0, 15)}'`;
        const from = filter.startsWith('b.') ? LINKS.replace('BookingLink__c', 'BookingLink__c b') : LINKS;
        const { records } = await query(`SELECT Name ${from} AND ${filter} ORDER BY Name`);
        expect(records.map(({ Name }) => String(Name).at(-1)).join('')).toBe(names);
    });

    it('take quotes and backslashes in text', async () => {
        const { totalSize } = await query("SELECT Id FROM Account WHERE Name = '{run} O\\'Neil \\\\ Co'");
        expect(totalSize).toBe(1);
    });

    it('take an injection for text', async () => {
        const { totalSize } = await query("SELECT Id FROM Account WHERE Name = '{run}\\' OR Name != \\''");
        expect(totalSize).toBe(0);
    });

    it('find parts of dates in UTC', async () => {
        const events = "FROM Event WHERE Subject LIKE '{run}%' AND";
        expect((await query(`SELECT Id ${events} DAY_ONLY(StartDateTime) = 2027-12-31`)).totalSize).toBe(2);
        expect((await query(`SELECT Id ${events} HOUR_IN_DAY(StartDateTime) = 23`)).totalSize).toBe(2);
        expect((await query(`SELECT Id ${events} CALENDAR_QUARTER(StartDateTime) = 1`)).totalSize).toBe(0);
    });
});

describe('answers', () => {
    it('name their object and URL', async () => {
        const { records } = await query(`SELECT Id ${LINKS} AND Slug__c = '{run}-a'`);
        expect(records).toEqual([
            {
                attributes: { type: 'BookingLink__c', url: `/services/data/v66.0/sobjects/BookingLink__c/${ids['a']}` },
                Id: ids['a']
            }
        ]);
    });

    it('nest parents and grandparents, null where there is none', async () => {
        const { records } = await query(
            `SELECT BookingLink__r.Name, BookingLink__r.MeetingType__r.Title__c, Lead__r.Name FROM SingleUseLink__c WHERE BatchId__c = '{run}' AND BookingLink__c = '{c}'`
        );
        expect(records).toMatchObject([
            { BookingLink__r: { Name: `${org.run} c`, MeetingType__r: { Title__c: 'Long' } }, Lead__r: null }
        ]);
    });

    it('list children, null where there are none', async () => {
        const { records } = await query(
            `SELECT Name, (SELECT Id FROM SingleUseLinks__r ORDER BY Name LIMIT 1) ${LINKS} ORDER BY Name`
        );
        expect(records).toMatchObject([
            { SingleUseLinks__r: { totalSize: 1, done: true } },
            { SingleUseLinks__r: null },
            { SingleUseLinks__r: { totalSize: 1 } }
        ]);
    });

    it('order, empty values first unless told otherwise', async () => {
        const names = async (order: string) =>
            (await query(`SELECT Name ${LINKS} ORDER BY ${order}`)).records
                .map(({ Name }) => String(Name).at(-1))
                .join('');
        expect(await names('ExpiresAt__c, Name')).toBe('bca');
        expect(await names('ExpiresAt__c NULLS LAST, Name DESC')).toBe('acb');
        expect(await names('MeetingType__r.DurationMinutes__c DESC, Name')).toBe('cab');
    });

    it('are cut by LIMIT and OFFSET', async () => {
        const { records } = await query(`SELECT Name ${LINKS} ORDER BY Name LIMIT 1 OFFSET 1`);
        expect(records).toMatchObject([{ Name: `${org.run} b` }]);
    });

    it('hold labels and formatted values on demand', async () => {
        const { records } = await query(
            "SELECT toLabel(Status__c), FORMAT(Revision__c) revision FROM Meeting__c WHERE Location__c = '{run}'"
        );
        expect(records).toMatchObject([{ Status__c: 'Scheduled', revision: '1' }]);
    });

    it('hold all fields with FIELDS(ALL)', async () => {
        const { records } = await query(`SELECT FIELDS(ALL) ${LINKS} LIMIT 1`);
        expect(records[0]).toHaveProperty('Slug__c');
        expect(records[0]).toHaveProperty('SystemModstamp');
    });

    it('hold what TYPEOF says of each kind', async () => {
        const { records } = await query(
            "SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Event WHERE Subject LIKE '{run}%' ORDER BY Subject"
        );
        expect(records).toMatchObject([{ What: { attributes: { type: 'Account' }, Phone: '123' } }, { What: null }]);
    });

    it('tell the type of parents of several kinds', async () => {
        const { records } = await query(
            "SELECT What.Type, Who.Type, Owner.Name FROM Event WHERE Subject LIKE '{run}%' ORDER BY Subject"
        );
        expect(records).toMatchObject([{ What: { Type: 'Account' } }, { Who: { Type: 'Lead' } }]);
    });

    it.each(['WITH USER_MODE', 'WITH SECURITY_ENFORCED', 'FOR VIEW', 'FOR REFERENCE', 'FOR UPDATE'])(
        'are the same %s',
        async (clause) => {
            expect((await query(`SELECT Id ${LINKS} ${clause}`)).totalSize).toBe(3);
        }
    );
});

describe('aggregates', () => {
    it('count without records', async () => {
        const { totalSize, records } = await query(`SELECT COUNT() ${LINKS}`);
        expect({ totalSize, records }).toEqual({ totalSize: 3, records: [] });
    });

    it('compute over all rows', async () => {
        const { records } = await query(
            "SELECT COUNT(Id) n, SUM(DurationMinutes__c) s, AVG(DurationMinutes__c) a, MIN(DurationMinutes__c) lo, MAX(DurationMinutes__c) hi FROM MeetingType__c WHERE Name LIKE '{run}%'"
        );
        expect(records).toMatchObject([{ n: 2, s: 105, a: 52.5, lo: 15, hi: 90 }]);
    });

    it('group, name what has no name, and order', async () => {
        const { records } = await query(
            `SELECT MeetingType__c, COUNT(Id) ${LINKS} GROUP BY MeetingType__c ORDER BY COUNT(Id) DESC`
        );
        expect(records).toMatchObject([{ MeetingType__c: ids['short'], expr0: 2 }, { expr0: 1 }]);
    });

    it('count different values', async () => {
        expect((await query(`SELECT COUNT_DISTINCT(MeetingType__c) n ${LINKS}`)).records).toMatchObject([{ n: 2 }]);
    });

    it('keep the groups that HAVING names', async () => {
        const { records } = await query(
            `SELECT MeetingType__c t ${LINKS} GROUP BY MeetingType__c HAVING COUNT(Id) > 1`
        );
        expect(records).toMatchObject([{ t: ids['short'] }]);
    });

    it('group by parts of dates', async () => {
        const { records } = await query(
            "SELECT CALENDAR_YEAR(StartDateTime) y, COUNT(Id) n FROM Event WHERE Subject LIKE '{run}%' GROUP BY CALENDAR_YEAR(StartDateTime)"
        );
        expect(records).toMatchObject([{ y: 2027, n: 2 }]);
    });
});

describe('refusals', () => {
    it.each([
        ['SELECT Id FROM', 'MALFORMED_QUERY'],
        ['SELECT FROM Lead', 'MALFORMED_QUERY'],
        ['SELECT Id, FROM Lead', 'MALFORMED_QUERY'],
        ['SELECT * FROM Lead', 'MALFORMED_QUERY'],
        ['DELETE FROM Lead', 'MALFORMED_QUERY'],
        ["SELECT Id FROM Lead WHERE Name = 'x", 'MALFORMED_QUERY'],
        ["SELECT Id FROM Lead WHERE (Name = 'x'", 'MALFORMED_QUERY'],
        ["SELECT Id FROM Lead WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", 'MALFORMED_QUERY'],
        ['SELECT Id FROM Lead WHERE Name = :name', 'MALFORMED_QUERY'],
        ['SELECT Name, COUNT(Id) FROM Lead', 'MALFORMED_QUERY'],
        ['SELECT SUM(Name) FROM Lead', 'MALFORMED_QUERY'],
        ["SELECT Id FROM Lead WHERE Name = 'x' LIMIT x", 'MALFORMED_QUERY'],
        ['SELECT Id FROM Nope__c', 'INVALID_TYPE'],
        ['SELECT (SELECT Id FROM Nopes__r) FROM Lead', 'INVALID_TYPE'],
        ['SELECT Nope__c FROM Lead', 'INVALID_FIELD'],
        ['SELECT Nope__r.Name FROM Lead', 'INVALID_FIELD'],
        ['SELECT Id FROM Lead WHERE Nope__c = 1', 'INVALID_FIELD'],
        ['SELECT Id FROM Lead ORDER BY Nope__c', 'INVALID_FIELD'],
        ['SELECT Id FROM Lead WHERE Name = 1', 'INVALID_FIELD'],
        ["SELECT Id FROM Lead WHERE CreatedDate > '2026-01-01T00:00:00Z'", 'INVALID_FIELD'],
        ['SELECT Id FROM Lead WHERE CreatedDate > 2026-01-01', 'INVALID_FIELD'],
        ["SELECT Id FROM MeetingType__c WHERE DurationMinutes__c = '30'", 'INVALID_FIELD'],
        ["SELECT Id FROM MeetingType__c WHERE Description__c = 'x'", 'INVALID_FIELD'],
        ['SELECT Id FROM MeetingType__c ORDER BY Description__c', 'INVALID_FIELD'],
        ["SELECT Id FROM Lead WHERE Id = 'nope'", 'INVALID_QUERY_FILTER_OPERATOR'],
        ["SELECT Id FROM Lead WHERE Id LIKE '00Q%'", 'INVALID_QUERY_FILTER_OPERATOR'],
        ["SELECT Id FROM Lead WHERE Status INCLUDES ('Open')", 'INVALID_QUERY_FILTER_OPERATOR'],
        ['SELECT Id FROM Lead OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE']
    ])('answer %s with %s', async (soql, errorCode) => {
        await expect(org.sf.query(soql)).rejects.toMatchObject({ errorCode });
    });
});

describe('pages', () => {
    it('are as large as asked, from 200 on', async () => {
        const rows = Array.from({ length: 200 }, (_, index) => ({ Name: `${org.run} page ${index}` }));
        const results = await org.sf.sobject('Account').create(rows);
        const more = await org.sf.sobject('Account').create([{ Name: `${org.run} page 200` }]);
        for (const { id } of [...results, ...more]) org.remember('Account', id!);
        const first = await org.sf.query(`SELECT Id FROM Account WHERE Name LIKE '${org.run} page%'`, {
            headers: { 'Sforce-Query-Options': 'batchSize=200' }
        });
        expect({ done: first.done, size: first.totalSize, rows: first.records.length }).toEqual({
            ...{ done: false, size: 201, rows: 200 }
        });
        const second = await org.sf.queryMore(first.nextRecordsUrl!);
        expect({ done: second.done, rows: second.records.length }).toEqual({ done: true, rows: 1 });
    });

    it('end with a cursor that does not exist', async () => {
        await expect(org.sf.queryMore('/services/data/v66.0/query/01g000000000000AAA-200')).rejects.toMatchObject({
            errorCode: 'INVALID_QUERY_LOCATOR'
        });
    });
});

describe('date literals', () => {
    /** When today begins and ends for whoever is signed in. */
    async function today(): Promise<[start: number, end: number]> {
        const { user_id: id } = await org.sf.request<{ user_id: string }>('/services/oauth2/userinfo');
        const { records } = await query(`SELECT TimeZoneSidKey FROM User WHERE Id = '${id}'`);
        const zone = String(records[0]?.['TimeZoneSidKey']);
        const day = Temporal.Now.zonedDateTimeISO(zone).startOfDay();
        return [day.epochMilliseconds, day.add({ days: 1 }).epochMilliseconds];
    }

    it('mean the days of the user who asks', async () => {
        const [start, end] = await today();
        const moments = { before: start - 1000, first: start, last: end - 1000, after: end };
        for (const [name, moment] of Object.entries(moments)) {
            await org.create('BookingLink__c', {
                ...{ Name: `${org.run} day ${name}`, Slug__c: `${org.run}-day-${name}`, MeetingType__c: ids['short'] },
                ExpiresAt__c: new Date(moment).toISOString()
            });
        }
        const found = async (condition: string): Promise<string[]> => {
            const from = `FROM BookingLink__c WHERE Slug__c LIKE '{run}-day-%' AND ExpiresAt__c ${condition}`;
            const { records } = await query(`SELECT Slug__c ${from} ORDER BY ExpiresAt__c`);
            return records.map(({ Slug__c: slug }) => String(slug).split('-').at(-1)!);
        };
        expect(await found('= TODAY')).toEqual(['first', 'last']);
        expect(await found('= YESTERDAY')).toEqual(['before']);
        expect(await found('= TOMORROW')).toEqual(['after']);
        expect(await found('< TODAY')).toEqual(['before']);
        expect(await found('> TODAY')).toEqual(['after']);
        expect(await found('= LAST_N_DAYS:1')).toEqual(['before', 'first', 'last']);
        expect(await found('= NEXT_N_DAYS:1')).toEqual(['after']);
    });
});
