import type { Access } from '../access/access.ts';
import { fullAccess } from '../access/access.ts';
import { SalesforceError } from '../salesforceError.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import type { Actor } from '../store/recordStore.ts';
import { createSoqlEngine } from './index.ts';
import { addLinks, addMeeting, sampleOrg } from './testing/sampleOrg.ts';

type AnyRecord = Record<string, unknown>;

function setup(access: Access = fullAccess) {
    const org = sampleOrg();
    const links = addLinks(org);
    const engine = createSoqlEngine(org.store, access);
    const run = (soql: string, actor: Actor = SYSTEM_ACTOR, includeDeleted = false) => {
        const { totalSize, records } = engine.query(soql, { actor, includeDeleted, apiVersion: '66.0' });
        return { totalSize, records: records as AnyRecord[] };
    };
    const names = (soql: string): unknown[] => run(soql).records.map((record) => record['Name']);
    const failure = (soql: string): SalesforceError => {
        try {
            run(soql);
        } catch (error) {
            if (error instanceof SalesforceError) return error;
            throw error;
        }
        throw new Error(`${soql} was answered`);
    };
    return { ...org, ...links, run, names, failure };
}

describe('SELECT', () => {
    it('answers records with attributes and canonical field names', () => {
        const { run, intro } = setup();
        expect(run("select id, NAME from bookinglink__C where slug__c = 'julio-intro'")).toEqual({
            totalSize: 1,
            records: [
                {
                    attributes: {
                        type: 'BookingLink__c',
                        url: `/services/data/v66.0/sobjects/BookingLink__c/${intro.Id}`
                    },
                    Id: intro.Id,
                    Name: 'Julio intro'
                }
            ]
        });
    });

    it('nests parents and answers null for a missing one', () => {
        const { run, intro, type } = setup();
        const { records } = run(
            `SELECT MeetingType__r.Name, MeetingType__r.Title__c, ManagedLink__r.Name, Owner.Name FROM BookingLink__c WHERE Id = '${intro.Id}'`
        );
        expect(records[0]).toMatchObject({
            MeetingType__r: { attributes: { type: 'MeetingType__c' }, Name: type['Name'], Title__c: 'Intro call' },
            ManagedLink__r: null,
            Owner: { attributes: { type: 'User' }, Name: 'Julio Reyes' }
        });
    });

    it('follows parents over several levels, with an alias', () => {
        const { run } = setup();
        const { records } = run(
            "SELECT s.Id, s.BookingLink__r.MeetingType__r.Title__c FROM SingleUseLink__c s WHERE s.BookingLink__r.Slug__c = 'ana-off'"
        );
        expect(records).toHaveLength(1);
        expect(records[0]).toMatchObject({ BookingLink__r: { MeetingType__r: { Title__c: 'Intro call' } } });
    });

    it('answers children as a result of their own, null when there are none', () => {
        const { run, singleUse, insert, type } = setup();
        insert('BookingLink__c', { Name: 'Unused', Slug__c: 'unused', MeetingType__c: type.Id });
        const { records } = run(
            'SELECT Name, (SELECT Id FROM SingleUseLinks__r ORDER BY Name DESC LIMIT 1) FROM BookingLink__c ORDER BY Name'
        );
        expect(records.map((record) => record['SingleUseLinks__r'])).toMatchObject([
            { totalSize: 1, done: true, records: [{ Id: singleUse[2]!.Id }] },
            { totalSize: 1, done: true, records: [{ Id: singleUse[1]!.Id }] },
            null
        ]);
    });

    it('computes formulas', () => {
        const { run } = setup();
        const { records } = run('SELECT Status__c FROM SingleUseLink__c ORDER BY Name');
        expect(records.map((record) => record['Status__c'])).toEqual(['Active', 'Revoked', 'Inactive']);
    });

    it('answers every field for FIELDS(ALL) with a limit of 200', () => {
        const { run, failure, object } = setup();
        const { records } = run('SELECT FIELDS(ALL) FROM MeetingType__c LIMIT 200');
        expect(Object.keys(records[0]!)).toEqual(['attributes', ...object('MeetingType__c').fields.keys()]);
        expect(Object.keys(run('SELECT FIELDS(STANDARD) FROM MeetingType__c').records[0]!)).not.toContain('Title__c');
        expect(failure('SELECT FIELDS(ALL) FROM MeetingType__c')).toMatchObject({ code: 'MALFORMED_QUERY' });
    });
});

describe('WHERE', () => {
    it.each([
        ["Name = 'JULIO INTRO'", ['Julio intro']],
        ["Name != 'Julio intro'", ['Ana off']],
        ["Name LIKE '%INTRO'", ['Julio intro']],
        ["Name LIKE 'Ana_off'", ['Ana off']],
        ["Name LIKE 'Ana\\_off'", []],
        ["Name LIKE 'Ana.off'", []],
        ["Name IN ('ana off', 'x')", ['Ana off']],
        ["Name NOT IN ('ana off')", ['Julio intro']],
        ['IsActive__c = true', ['Julio intro']],
        ['IsActive__c = TRUE AND IsInLibrary__c = false', []],
        ["(Name = 'x' OR IsActive__c = false) AND Slug__c != null", ['Ana off']],
        ["NOT Name = 'Ana off'", ['Julio intro']],
        ["NOT (Name = 'Ana off' OR Name = 'x') AND IsActive__c = true", ['Julio intro']],
        ['ExpiresAt__c = null', ['Ana off', 'Julio intro']],
        ['ExpiresAt__c != 2026-01-01T00:00:00Z', ['Ana off', 'Julio intro']],
        ['ExpiresAt__c < 2026-01-01T00:00:00Z', []],
        ["Name >= 'b'", ['Julio intro']],
        ['CreatedDate = TODAY', ['Ana off', 'Julio intro']],
        ['CreatedDate > TODAY', []],
        ['CreatedDate = LAST_N_DAYS:1 AND CreatedDate < TOMORROW', ['Ana off', 'Julio intro']],
        ["MeetingType__r.Title__c = 'intro CALL' AND Owner.Name LIKE 'Ana%'", ['Ana off']],
        ["LinkType__c = 'Standard'", ['Ana off', 'Julio intro']],
        ["ExpiresAt__c IN (2026-01-01T00:00:00Z, null) AND Name > 'b'", ['Julio intro']]
    ])('selects by %s', (where, expected) => {
        const { names } = setup();
        expect(names(`SELECT Name FROM BookingLink__c WHERE ${where} ORDER BY Name`)).toEqual(expected);
    });

    it('compares case-sensitive fields with their case', () => {
        const { names } = setup();
        expect(names("SELECT Name FROM BookingLink__c WHERE Slug__c = 'julio-intro'")).toEqual(['Julio intro']);
        expect(names("SELECT Name FROM BookingLink__c WHERE Slug__c = 'JULIO-INTRO'")).toEqual([]);
        expect(names("SELECT Name FROM BookingLink__c WHERE Slug__c LIKE 'JULIO%'")).toEqual(['Julio intro']);
    });

    it('reads quotes, backslashes and unicode in text', () => {
        const { insert, type, names } = setup();
        insert('BookingLink__c', { Name: "it's \\ ü", Slug__c: 'odd', MeetingType__c: type.Id });
        expect(names("SELECT Name FROM BookingLink__c WHERE Name = 'it\\'s \\\\ \\u00fc'")).toHaveLength(1);
    });

    it('takes ids of 15 and 18 characters', () => {
        const { names, intro, type } = setup();
        expect(names(`SELECT Name FROM BookingLink__c WHERE Id = '${intro.Id.slice(0, 15)}'`)).toEqual(['Julio intro']);
        expect(names(`SELECT Name FROM BookingLink__c WHERE MeetingType__c = '${type.Id.slice(0, 15)}'`)).toHaveLength(
            2
        );
        expect(
            names(`SELECT Name FROM BookingLink__c WHERE Id IN ('${intro.Id}') OR Slug__c = 'ana-off'`)
        ).toHaveLength(2);
    });

    it('filters by formulas', () => {
        const { run, singleUse } = setup();
        const { records } = run("SELECT Id FROM SingleUseLink__c WHERE Status__c = 'revoked'");
        expect(records.map((record) => record['Id'])).toEqual([singleUse[1]!.Id]);
    });

    it('joins by subqueries', () => {
        const { names } = setup();
        const revoked = 'SELECT BookingLink__c FROM SingleUseLink__c WHERE RevokedAt__c != null';
        expect(names(`SELECT Name FROM BookingLink__c WHERE Id IN (${revoked})`)).toEqual(['Julio intro']);
        expect(names(`SELECT Name FROM BookingLink__c WHERE Id NOT IN (${revoked})`)).toEqual(['Ana off']);
    });

    it('pages by id', () => {
        const { run, singleUse } = setup();
        const { records } = run(`SELECT Id FROM SingleUseLink__c WHERE Id > '${singleUse[0]!.Id}' ORDER BY Id LIMIT 1`);
        expect(records.map((record) => record['Id'])).toEqual([singleUse[1]!.Id]);
    });

    it('sees deleted records only when asked to', () => {
        const { run, store, object, singleUse } = setup();
        const gone = singleUse[0]!;
        store.delete(object('SingleUseLink__c'), gone.Id, SYSTEM_ACTOR);
        const byId = `SELECT Id, IsDeleted FROM SingleUseLink__c WHERE Id = '${gone.Id}'`;
        expect(run(byId).totalSize).toBe(0);
        expect(run(byId, SYSTEM_ACTOR, true).records).toMatchObject([{ IsDeleted: true }]);
        expect(run('SELECT Id FROM SingleUseLink__c WHERE IsDeleted = true', SYSTEM_ACTOR, true).totalSize).toBe(1);
        const children = '(SELECT Id FROM SingleUseLinks__r)';
        const parents = run(`SELECT ${children} FROM BookingLink__c WHERE Slug__c = 'julio-intro'`, SYSTEM_ACTOR, true);
        expect(parents.records).toMatchObject([{ SingleUseLinks__r: { totalSize: 2 } }]);
    });
});

describe('ORDER BY, LIMIT and OFFSET', () => {
    it('puts nulls first unless told otherwise', () => {
        const { run, ...org } = setup();
        addMeeting(org, 'a', 1, { ProspectCompany__c: 'Zenith' });
        addMeeting(org, 'b', 2);
        addMeeting(org, 'c', 3, { ProspectCompany__c: 'acme' });
        const companies = (order: string): unknown[] =>
            run(`SELECT ProspectCompany__c FROM Meeting__c ORDER BY ProspectCompany__c ${order}`).records.map(
                (record) => record['ProspectCompany__c']
            );
        expect(companies('')).toEqual([null, 'acme', 'Zenith']);
        expect(companies('NULLS LAST')).toEqual(['acme', 'Zenith', null]);
        expect(companies('DESC')).toEqual([null, 'Zenith', 'acme']);
        expect(companies('DESC NULLS LAST')).toEqual(['Zenith', 'acme', null]);
    });

    it('orders by several columns, parents and formulas', () => {
        const { run } = setup();
        const { records } = run(
            'SELECT Name FROM SingleUseLink__c ORDER BY BookingLink__r.Name DESC, Status__c DESC LIMIT 2 OFFSET 1'
        );
        expect(records.map((record) => record['Name'])).toEqual(['SUL-000001', 'SUL-000003']);
    });

    it('refuses an offset beyond 2000', () => {
        const { failure } = setup();
        expect(failure('SELECT Id FROM Lead OFFSET 2001')).toMatchObject({ code: 'NUMBER_OUTSIDE_VALID_RANGE' });
    });
});

describe('aggregates', () => {
    it('counts without records', () => {
        const { run } = setup();
        expect(run('SELECT COUNT() FROM SingleUseLink__c')).toEqual({ totalSize: 3, records: [] });
    });

    it('groups, names and orders', () => {
        const { run, intro, off } = setup();
        expect(
            run(
                'SELECT BookingLink__c link, COUNT(Id), MAX(Name) FROM SingleUseLink__c GROUP BY BookingLink__c ORDER BY COUNT(Id) DESC'
            ).records
        ).toEqual([
            { attributes: { type: 'AggregateResult' }, link: intro.Id, expr0: 2, expr1: 'SUL-000002' },
            { attributes: { type: 'AggregateResult' }, link: off.Id, expr0: 1, expr1: 'SUL-000003' }
        ]);
    });

    it('computes sums over everything when nothing is grouped', () => {
        const { run } = setup();
        expect(
            run(
                'SELECT COUNT(Id) n, SUM(DurationMinutes__c) s, AVG(DurationMinutes__c) a, COUNT_DISTINCT(Name) d FROM MeetingType__c'
            ).records
        ).toEqual([{ attributes: { type: 'AggregateResult' }, n: 1, s: 30, a: 30, d: 1 }]);
        expect(run('SELECT COUNT(Id) n, MIN(Name) m FROM Lead').records).toMatchObject([{ n: 0, m: null }]);
    });
});

describe('functions', () => {
    it('filters by parts of dates, in UTC or in the zone of who asks', () => {
        const { run, insert } = setup();
        insert('Event', { Subject: 'Late', StartDateTime: '2026-12-31T23:30:00Z', DurationInMinutes: 30 });
        const user = insert('User', {
            ...{ Username: 'b@nexora.example', Email: 'b@nexora.example', LastName: 'B' },
            TimeZoneSidKey: 'Europe/Berlin'
        });
        const count = (where: string) => run(`SELECT Id FROM Event WHERE ${where}`, { userId: user.Id }).totalSize;
        expect(count('CALENDAR_YEAR(StartDateTime) = 2026')).toBe(1);
        expect(count('CALENDAR_YEAR(convertTimezone(StartDateTime)) = 2027')).toBe(1);
        expect(count('DAY_ONLY(StartDateTime) = 2026-12-31 AND HOUR_IN_DAY(StartDateTime) >= 23')).toBe(1);
        expect(count('DAY_IN_WEEK(StartDateTime) = 5 AND DAY_IN_YEAR(StartDateTime) = 365')).toBe(1);
        expect(count('WEEK_IN_YEAR(StartDateTime) = 53 AND WEEK_IN_MONTH(StartDateTime) = 5')).toBe(1);
        expect(count('CALENDAR_QUARTER(ActivityDate) = 4 AND FISCAL_MONTH(ActivityDate) = 12')).toBe(1);
    });

    it('groups by parts of dates', () => {
        const { run } = setup();
        expect(
            run(
                'SELECT CALENDAR_YEAR(CreatedDate), CALENDAR_MONTH(CreatedDate) m, COUNT(Id) n FROM SingleUseLink__c GROUP BY CALENDAR_YEAR(CreatedDate), CALENDAR_MONTH(CreatedDate) ORDER BY CALENDAR_YEAR(CreatedDate)'
            ).records
        ).toMatchObject([{ expr0: 2026, m: 11, n: 3 }]);
    });

    it('translates and formats', () => {
        const { run, insert } = setup();
        insert('Opportunity', { Name: 'Big', StageName: 'Closed Won', CloseDate: '2026-12-01', Amount: 1234567.5 });
        expect(
            run('SELECT toLabel(StageName), FORMAT(Amount), FORMAT(CloseDate) day FROM Opportunity').records
        ).toMatchObject([{ StageName: 'Closed Won', Amount: '1,234,567.5', day: '12/1/2026' }]);
        expect(run("SELECT Id FROM Opportunity WHERE toLabel(StageName) = 'closed won'").totalSize).toBe(1);
    });
});

describe('HAVING', () => {
    it('keeps groups by aggregates and by what is grouped', () => {
        const { run, intro } = setup();
        const having = (clause: string) =>
            run(
                `SELECT BookingLink__c link, COUNT(Id) n FROM SingleUseLink__c GROUP BY BookingLink__c HAVING ${clause}`
            ).records;
        expect(having('COUNT(Id) > 1')).toMatchObject([{ link: intro.Id, n: 2 }]);
        expect(having(`COUNT(Id) > 1 AND BookingLink__c != '${intro.Id}'`)).toEqual([]);
        expect(having("MAX(Name) LIKE '%3' OR MIN(CreatedDate) < 2000-01-01T00:00:00Z")).toMatchObject([{ n: 1 }]);
    });
});

describe('parents of several kinds', () => {
    const withEvents = () => {
        const sample = setup();
        const account = sample.insert('Account', { Name: 'Acme', Phone: '123' });
        const lead = sample.insert('Lead', { LastName: 'Lane', Company: 'Acme' });
        const times = { StartDateTime: '2026-12-01T09:00:00Z', DurationInMinutes: 30 };
        sample.insert('Event', { Subject: 'With account', WhatId: account.Id, ...times }, sample.julio);
        sample.insert('Event', { Subject: 'With lead', WhoId: lead.Id, ...times }, sample.julio);
        return sample;
    };

    it('tell their type', () => {
        const { run } = withEvents();
        const { records } = run('SELECT Owner.Type, What.Type, Who.Type FROM Event ORDER BY Subject');
        expect(records).toMatchObject([
            { Owner: { Type: 'User' }, What: { Type: 'Account' }, Who: null },
            { Owner: { Type: 'User' }, What: null, Who: { Type: 'Lead' } }
        ]);
        expect(run("SELECT Subject FROM Event WHERE Who.Type = 'Lead'").records).toMatchObject([
            { Subject: 'With lead' }
        ]);
    });

    it('show what TYPEOF says of their kind', () => {
        const { run } = withEvents();
        const { records } = run(
            'SELECT TYPEOF What WHEN Account THEN Phone, Name ELSE Id END, TYPEOF Who WHEN Contact THEN Email END FROM Event ORDER BY Subject'
        );
        expect(records).toMatchObject([
            { What: { attributes: { type: 'Account' }, Phone: '123', Name: 'Acme' }, Who: null },
            { What: null, Who: null }
        ]);
    });
});

describe('clauses that change nothing here', () => {
    it.each(['WITH USER_MODE', 'WITH SECURITY_ENFORCED', 'FOR VIEW', 'FOR REFERENCE', 'FOR UPDATE'])(
        'accepts %s',
        (clause) => {
            const { run } = setup();
            expect(run(`SELECT Id FROM SingleUseLink__c ${clause}`).totalSize).toBe(3);
        }
    );
});

describe('times of day', () => {
    it('are compared as times', () => {
        const { run, insert, julio } = setup();
        const schedule = insert('AvailabilitySchedule__c', {
            ...{ Name: 'Hours', User__c: julio.userId, TimeZone__c: 'Europe/Berlin' }
        });
        const hours = { Kind__c: 'Weekly', Weekday__c: 'Monday', EndTime__c: '17:00:00.000Z' };
        insert('AvailabilityWindow__c', { Schedule__c: schedule.Id, StartTime__c: '09:30:00.000Z', ...hours });
        const count = (where: string) => run(`SELECT Id FROM AvailabilityWindow__c WHERE ${where}`).totalSize;
        expect(count('StartTime__c = 09:30:00.000Z')).toBe(1);
        expect(count('StartTime__c > 09:00:00Z AND EndTime__c <= 17:00:00.000Z')).toBe(1);
        expect(count("StartTime__c > 10:00:00.000Z OR Kind__c = '09:30:00Z'")).toBe(0);
    });
});

describe('refusals', () => {
    it.each([
        ['SELECT Nope__c FROM Lead', 'INVALID_FIELD', "No such column 'Nope__c' on entity 'Lead'"],
        ['SELECT Id FROM Lead WHERE Nope__c = 1', 'INVALID_FIELD', 'No such column'],
        ['SELECT Nope__r.Name FROM Lead', 'INVALID_FIELD', "Didn't understand relationship 'Nope__r' in field path"],
        ['SELECT (SELECT Id FROM Nopes__r) FROM Lead', 'INVALID_TYPE', "Didn't understand relationship 'Nopes__r'"],
        ['SELECT Id FROM Nope__c', 'INVALID_TYPE', "sObject type 'Nope__c' is not supported"],
        ['SELECT Id FROM', 'MALFORMED_QUERY', 'unexpected token'],
        ['SELECT Id, FROM Lead', 'MALFORMED_QUERY', "unexpected token: 'FROM'"],
        [
            "SELECT Id FROM Lead WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
            'MALFORMED_QUERY',
            "unexpected token: 'OR'"
        ],
        ["SELECT Id FROM Lead WHERE (Name = 'a'", 'MALFORMED_QUERY', ''],
        [
            "SELECT Id FROM Lead WHERE CreatedDate > '2026-01-01T00:00:00Z'",
            'INVALID_FIELD',
            'must be of type dateTime and should not be enclosed in quotes'
        ],
        ['SELECT Id FROM Lead WHERE CreatedDate > 2026-01-01', 'INVALID_FIELD', 'must be of type dateTime'],
        [
            'SELECT Id FROM Lead WHERE Name = 1',
            'INVALID_FIELD',
            'must be of type string and should be enclosed in quotes'
        ],
        ["SELECT Id FROM Lead WHERE IsConverted = 'true'", 'INVALID_FIELD', 'must be of type boolean'],
        ["SELECT Id FROM MeetingType__c WHERE DurationMinutes__c = '30'", 'INVALID_FIELD', 'must be of type double'],
        ["SELECT Id FROM MeetingType__c WHERE Description__c = 'x'", 'INVALID_FIELD', 'can not be filtered'],
        ['SELECT Id FROM MeetingType__c ORDER BY Description__c', 'INVALID_FIELD', 'can not be sorted'],
        ["SELECT Id FROM Lead WHERE Id = 'nope'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: nope'],
        ["SELECT Id FROM Lead WHERE Id LIKE '00Q%'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on id field'],
        ['SELECT Name, COUNT(Id) FROM Lead', 'MALFORMED_QUERY', 'Field must be grouped or aggregated: Name'],
        ['SELECT Id, id FROM Lead', 'INVALID_FIELD', 'duplicate field selected: id'],
        ['SELECT Id FROM Lead WHERE Name = :name', 'MALFORMED_QUERY', 'Bind variables only allowed in Apex code'],
        ['SELECT Id FROM Lead WHERE CALENDAR_YEAR(Name) = 2026', 'MALFORMED_QUERY', 'does not support the function'],
        ["SELECT Id FROM Lead WHERE CALENDAR_YEAR(CreatedDate) = '2026'", 'INVALID_FIELD', 'must be of type int'],
        ['SELECT Id FROM Lead WHERE HOUR_IN_DAY(ConvertedDate) = 1', 'MALFORMED_QUERY', 'does not support'],
        ["SELECT Id FROM AvailabilityWindow__c WHERE StartTime__c > '09:00'", 'INVALID_FIELD', 'must be of type time'],
        ['SELECT Id FROM Lead WHERE Name = 09:00:00Z', 'INVALID_FIELD', 'must be of type string'],
        ['SELECT TYPEOF Account WHEN Account THEN Id END FROM Contact', 'MALFORMED_QUERY', 'several kinds'],
        ['SELECT TYPEOF What WHEN User THEN Id END FROM Event', 'INVALID_TYPE', 'User'],
        ['SELECT COUNT(Id) FROM Lead GROUP BY Name HAVING Status = 1', 'MALFORMED_QUERY', 'grouped or aggregated'],
        ['SELECT CALENDAR_YEAR(CreatedDate) FROM Lead', 'MALFORMED_QUERY', 'grouped or aggregated'],
        ['SELECT SUM(Name) FROM Lead', 'MALFORMED_QUERY', 'does not support aggregate operator SUM'],
        ["SELECT Id FROM Lead WHERE Status INCLUDES ('a')", 'INVALID_QUERY_FILTER_OPERATOR', 'multi-select'],
        ['SELECT COUNT(Id) FROM Lead GROUP BY ROLLUP(Name)', 'NOT_IMPLEMENTED', 'GROUP BY ROLLUP'],
        ['SELECT COUNT(Id) FROM Lead GROUP BY CUBE(Name)', 'NOT_IMPLEMENTED', 'GROUP BY CUBE'],
        ['SELECT convertCurrency(Amount) FROM Opportunity', 'NOT_IMPLEMENTED', 'convertCurrency'],
        ['SELECT Id FROM Lead WITH SYSTEM_MODE', 'NOT_IMPLEMENTED', 'SYSTEM_MODE'],
        ['SELECT Id FROM Lead UPDATE VIEWSTAT', 'NOT_IMPLEMENTED', 'UPDATE VIEWSTAT'],
        ['FIND {x}', 'NOT_IMPLEMENTED', 'SOSL']
    ])('answers %s with %s', (soql, code, message) => {
        const { failure } = setup();
        const error = failure(soql);
        expect(error.code).toBe(code);
        expect(error.message).toContain(message);
    });

    it('shows where the query is wrong', () => {
        const { failure } = setup();
        expect(failure('SELECT Id, Nope FROM Lead').message).toContain(
            'SELECT Id, Nope FROM Lead\n           ^\nERROR at Row:1:Column:12\n'
        );
    });
});

describe('access', () => {
    const limited: Access = {
        ...fullAccess,
        canRead: (_, object) => object.name !== 'MeetingType__c',
        canReadField: (_, __, field) => field.name !== 'Slug__c',
        visible: (actor, object, row) => object.name === 'User' || row['OwnerId'] === actor.userId
    };

    it('hides objects, fields and rows', () => {
        const { run, failure, julio, ana } = setup(limited);
        expect(failure('SELECT Id FROM MeetingType__c').code).toBe('INVALID_TYPE');
        expect(failure('SELECT Slug__c FROM BookingLink__c').code).toBe('INVALID_FIELD');
        expect(failure('SELECT MeetingType__r.Name FROM BookingLink__c').code).toBe('INVALID_FIELD');
        expect(run('SELECT Name FROM BookingLink__c', julio).records).toMatchObject([{ Name: 'Julio intro' }]);
        expect(run('SELECT Id, (SELECT Id FROM SingleUseLinks__r) FROM BookingLink__c', ana).records).toMatchObject([
            { SingleUseLinks__r: { totalSize: 1 } }
        ]);
    });

    it('leaves hidden fields out of FIELDS(ALL) and hidden parents empty', () => {
        const { run, insert, intro, ana } = setup(limited);
        insert('SingleUseLink__c', { BookingLink__c: intro.Id, TokenHash__c: 'd'.repeat(64) }, ana);
        const { records } = run(
            `SELECT BookingLink__r.Name FROM SingleUseLink__c WHERE BookingLink__c = '${intro.Id}'`,
            ana
        );
        expect(records).toMatchObject([{ BookingLink__r: null }]);
        expect(Object.keys(run('SELECT FIELDS(ALL) FROM BookingLink__c LIMIT 1', ana).records[0]!)).not.toContain(
            'Slug__c'
        );
    });

    it('answers USING SCOPE mine with own records', () => {
        const { run, julio } = setup();
        expect(run('SELECT Name FROM BookingLink__c USING SCOPE mine', julio).records).toMatchObject([
            { Name: 'Julio intro' }
        ]);
    });
});
