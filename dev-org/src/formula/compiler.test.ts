import type { FieldValue } from '../schema/schema.ts';
import { compileFormula } from './index.ts';
import type { FormulaRecord } from './index.ts';
import { formulaSchema } from './testing/formulaSchema.ts';

const schema = formulaSchema({
    SingleUseLink__c: {
        Id: 'id',
        Name: 'string',
        TokenHash__c: 'string',
        Kind__c: 'picklist',
        IsActive__c: 'boolean',
        Count__c: 'double',
        Other__c: 'double',
        ExpiresAt__c: 'datetime',
        RevokedAt__c: 'datetime',
        Day__c: 'date',
        StartTime__c: 'time',
        ClaimedByUid__c: 'string',
        BookingLink__c: { parent: 'BookingLink__c' }
    },
    BookingLink__c: { IsActive__c: 'boolean', ExpiresAt__c: 'datetime', MeetingType__c: { parent: 'MeetingType__c' } },
    MeetingType__c: { Title__c: 'string', IsActive__c: 'boolean' }
});
const context = { objectName: 'SingleUseLink__c', schema };
const NOW = Date.parse('2026-11-21T10:30:15Z');

interface Save {
    prior?: Record<string, FieldValue>;
    isNew?: boolean;
}

function record(values: Record<string, FieldValue>, { prior = {}, isNew = false }: Save = {}): FormulaRecord {
    return {
        value: (path) => values[path.join('.')] ?? null,
        priorValue: (field) => prior[field] ?? null,
        isNew,
        isChanged: (field) => (values[field] ?? null) !== (prior[field] ?? null),
        now: NOW,
        customMetadata: (path) => schema.customMetadata.get(path[0]!)?.get(path[1]!)?.[path[2]!] ?? null
    };
}

function evaluate(source: string, values: Record<string, FieldValue> = {}, save: Save = {}): FieldValue {
    return compileFormula(source, context).evaluate(record(values, save));
}

describe('compileFormula', () => {
    it.each<[string, FieldValue]>([
        ['1 + 2 * 3', 7],
        ['(1 + 2) * 3', 9],
        ['10 - 4 - 3', 3],
        ['2 ^ 3', 8],
        ['-2 + 5', 3],
        ['7 / 2', 3.5],
        ['.5 + 1', 1.5],
        ['"a" & "b" & "c"', 'abc'],
        ["'single \\'quoted\\''", "single 'quoted'"],
        ['"tab\\tquote\\"backslash\\\\"', 'tab\tquote"backslash\\'],
        ['1 < 2 && 2 <= 2', true],
        ['1 > 2 || 2 >= 3', false],
        ['1 = 1 && 1 == 1 && 1 <> 2 && 1 != 2', true],
        ['!TRUE', false],
        ['NOT(false)', true],
        ['1 /* a comment */ + 1', 2]
    ])('computes %s', (source, expected) => {
        expect(evaluate(source)).toBe(expected);
    });

    it('binds ^ less tightly than * as the published grammar does', () => {
        expect(evaluate('2 ^ 3 * 2')).toBe(64);
    });

    it.each<[string, FieldValue]>([
        ['IF(1 > 2, "yes", "no")', 'no'],
        ['CASE(2, 1, "one", 2, "two", "many")', 'two'],
        ['CASE(9, 1, "one", 2, "two", "many")', 'many'],
        ['AND(TRUE, TRUE, FALSE)', false],
        ['OR(FALSE, FALSE, TRUE)', true],
        ['BLANKVALUE(Name, "none")', 'none'],
        ['NULLVALUE(Count__c, 5)', 5],
        ['ISBLANK(Name)', true],
        ['ISNULL(Name)', false],
        ['ISNULL(ExpiresAt__c)', true]
    ])('decides %s', (source, expected) => {
        expect(evaluate(source)).toBe(expected);
    });

    it.each<[string, FieldValue]>([
        ['LEN("hello")', 5],
        ['LEN(Name)', 0],
        ['LEFT("hello", 2)', 'he'],
        ['RIGHT("hello", 2)', 'lo'],
        ['RIGHT("hello", 0)', null],
        ['MID("hello", 2, 3)', 'ell'],
        ['TRIM("  a b ")', 'a b'],
        ['LOWER("AbC")', 'abc'],
        ['UPPER("AbC")', 'ABC'],
        ['CONTAINS("hello", "ell")', true],
        ['CONTAINS("hello", "ELL")', false],
        ['BEGINS("hello", "he")', true],
        ['FIND("l", "hello")', 3],
        ['FIND("l", "hello", 4)', 4],
        ['FIND("z", "hello")', 0],
        ['SUBSTITUTE("a-b-c", "-", "$&")', 'a$&b$&c'],
        ['VALUE("12.5")', 12.5],
        ['VALUE("twelve")', null],
        ['TEXT(1.50)', '1.5'],
        ['TEXT(0.0000001)', '0.0000001'],
        ['TEXT(DATE(2026, 2, 3))', '2026-02-03'],
        ['TEXT(NOW())', '2026-11-21 10:30:15Z']
    ])('works on text: %s', (source, expected) => {
        expect(evaluate(source)).toBe(expected);
    });

    it.each<[string, FieldValue]>([
        ['MAX(1, 3, 2)', 3],
        ['MIN(1, 3, 2)', 1],
        ['ABS(-4)', 4],
        ['ROUND(1.005, 2)', 1.01],
        ['ROUND(-2.5, 0)', -3],
        ['ROUND(1234, -2)', 1200],
        ['FLOOR(-1.5)', -1],
        ['CEILING(-1.5)', -2],
        ['CEILING(1.2)', 2],
        ['MOD(7, 3)', 1],
        ['1 / 0', null]
    ])('works on numbers: %s', (source, expected) => {
        expect(evaluate(source)).toBe(expected);
    });

    it.each<[string, FieldValue]>([
        ['NOW()', '2026-11-21T10:30:15.000+0000'],
        ['TODAY()', '2026-11-21'],
        ['NOW() + 1', '2026-11-22T10:30:15.000+0000'],
        ['NOW() - 1/24', '2026-11-21T09:30:15.000+0000'],
        ['TODAY() - DATE(2026, 11, 1)', 20],
        ['DATEVALUE(NOW())', '2026-11-21'],
        ['DATEVALUE("2026-02-30")', null],
        ['DATETIMEVALUE("2026-01-02 03:04:05")', '2026-01-02T03:04:05.000+0000'],
        ['YEAR(TODAY()) * 10000 + MONTH(TODAY()) * 100 + DAY(TODAY())', 20261121],
        ['WEEKDAY(TODAY())', 7],
        ['ADDMONTHS(DATE(2026, 1, 31), 1)', '2026-02-28'],
        ['ADDMONTHS(DATE(2026, 2, 28), 1)', '2026-03-31'],
        ['ADDMONTHS(DATE(2026, 1, 15), -2)', '2025-11-15']
    ])('works on dates: %s', (source, expected) => {
        expect(evaluate(source)).toBe(expected);
    });

    it('reads fields in any case, parents included', () => {
        const values = { Name: 'SUL-1', 'BookingLink__r.MeetingType__r.Title__c': 'Intro' };
        expect(evaluate('name & " " & bookinglink__R.meetingtype__r.TITLE__C', values)).toBe('SUL-1 Intro');
    });

    it('reads custom metadata and labels', () => {
        expect(evaluate('$CustomMetadata.AdmitOneSetting__mdt.Default.ServiceUrl__c & "/l/"')).toBe(
            'https://meet.example/l/'
        );
        expect(evaluate('$CustomMetadata.AdmitOneSetting__mdt.Default.LinkCacheHours__c * 2')).toBe(48);
        expect(evaluate('$Label.Meeting_Canceled')).toBe('Canceled');
    });

    it('compares text with its case', () => {
        expect(evaluate('Name = "abc"', { Name: 'ABC' })).toBe(false);
    });

    it('takes ids by their first fifteen characters', () => {
        expect(evaluate('BookingLink__c', { BookingLink__c: 'a01000000000001AAA' })).toBe('a01000000000001');
    });

    it('reads time fields', () => {
        expect(evaluate('HOUR(StartTime__c) * 60 + MINUTE(StartTime__c)', { StartTime__c: '09:30:00.000Z' })).toBe(570);
        expect(evaluate('StartTime__c + 60000', { StartTime__c: '09:30:00.000Z' })).toBe('09:31:00.000Z');
    });
});

describe('null in formulas', () => {
    it('takes blank text for equal to blank text only', () => {
        expect(evaluate('Name = ""')).toBe(true);
        expect(evaluate('Name <> "x"')).toBe(true);
        expect(evaluate('Name & "x"')).toBe('x');
    });

    it.each([
        'Count__c = 1',
        'Count__c <> 1',
        'Count__c < 1',
        'Count__c >= Other__c',
        'ExpiresAt__c > NOW()',
        'NOT(Count__c = 1)'
    ])('leaves %s undecided, so false', (source) => {
        expect(evaluate(source)).toBe(false);
        expect(evaluate(`IF(${source}, "yes", "no")`)).toBe('no');
    });

    it('takes an undecided operand of AND and OR for false', () => {
        expect(evaluate('Count__c > 1 || TRUE')).toBe(true);
        expect(evaluate('NOT(Count__c > 1 && TRUE)')).toBe(true);
    });

    it('gives null for arithmetic with null', () => {
        expect(evaluate('Count__c + 1')).toBeNull();
        expect(evaluate('MAX(1, Count__c)')).toBeNull();
        expect(evaluate('ExpiresAt__c + 1')).toBeNull();
    });

    it('gives null for a field of a parent that is not there', () => {
        expect(evaluate('BookingLink__r.ExpiresAt__c')).toBeNull();
        expect(evaluate('ISBLANK(BookingLink__r.MeetingType__r.Title__c)')).toBe(true);
    });
});

describe('picklists in formulas', () => {
    it('goes through ISPICKVAL, CASE, TEXT and ISBLANK', () => {
        const values = { Kind__c: 'Weekly' };
        expect(evaluate('ISPICKVAL(Kind__c, "Weekly")', values)).toBe(true);
        expect(evaluate('ISPICKVAL(Kind__c, "")')).toBe(true);
        expect(evaluate('CASE(Kind__c, "Weekly", 1, "Override", 2, 0)', values)).toBe(1);
        expect(evaluate('TEXT(Kind__c) & "!"', values)).toBe('Weekly!');
        expect(evaluate('ISBLANK(Kind__c)', values)).toBe(false);
    });

    it('refuses a plain comparison', () => {
        expect(() => compileFormula('Kind__c = "Weekly"', context)).toThrow('picklists go through');
    });
});

describe('REGEX', () => {
    it('matches the whole text', () => {
        expect(evaluate('REGEX("julio-intro", "[a-z0-9]+(-[a-z0-9]+)*")')).toBe(true);
        expect(evaluate('REGEX("julio--intro", "[a-z0-9]+(-[a-z0-9]+)*")')).toBe(false);
        expect(evaluate('REGEX("a\\nb", "a.b")')).toBe(false);
    });

    it('reads Java escapes and a leading (?i)', () => {
        expect(evaluate('REGEX("a@b;12", "\\\\w\\@b\\\\;\\\\d+")'.replace('\\@', '\\\\@'))).toBe(true);
        expect(evaluate('REGEX("ABC", "(?i)abc")')).toBe(true);
    });

    it('refuses at compile time what it cannot read', () => {
        expect(() => compileFormula('REGEX(Name, "a++")', context)).toThrow('possessive quantifiers');
        expect(() => compileFormula('REGEX(Name, "(a")', context)).toThrow('Invalid REGEX pattern');
    });
});

describe('the save under way', () => {
    it('knows new records, changes and prior values', () => {
        const save = { prior: { Count__c: 3, Name: 'old' } };
        expect(evaluate('ISNEW()', {}, { isNew: true })).toBe(true);
        expect(evaluate('ISCHANGED(Name)', { Name: 'new' }, save)).toBe(true);
        expect(evaluate('AND(NOT(ISNEW()), Count__c < PRIORVALUE(Count__c))', { Count__c: 2 }, save)).toBe(true);
        expect(evaluate('ISBLANK(PRIORVALUE(ClaimedByUid__c))', {}, save)).toBe(true);
    });

    it('refuses a parent field', () => {
        expect(() => compileFormula('ISCHANGED(BookingLink__r.IsActive__c)', context)).toThrow(
            'field of the record itself'
        );
    });
});

describe('compile errors', () => {
    it.each([
        ['FOO(1)', 'Unknown function FOO (line 1, column 1)'],
        ['AND(TRUE,\n    toString(1))', 'Unknown function TOSTRING (line 2, column 5)'],
        ['1 + Nope__c', 'Field Nope__c does not exist on SingleUseLink__c (line 1, column 5)'],
        ['BookingLink__r.Nope__c', 'Field Nope__c does not exist on BookingLink__c (line 1, column 1)'],
        ['Nope__r.Name', 'Relationship Nope__r does not exist on SingleUseLink__c (line 1, column 1)'],
        ['$CustomMetadata.AdmitOneSetting__mdt.Default.Nope__c', 'Nope__c does not exist (line 1, column 1)'],
        ['$User.Id', 'The dev org does not support $User in formulas (line 1, column 1)'],
        ['LEFT("a")', 'LEFT expects 2 arguments, found 1 (line 1, column 1)'],
        ['FIND("a")', 'FIND expects 2 to 3 arguments, found 1 (line 1, column 1)'],
        ['IF(TRUE, 1, "a")', 'IF expects a number here, found a text (line 1, column 13)'],
        ['IF("a", 1, 2)', 'IF expects a boolean here, found a text (line 1, column 4)'],
        ['Count__c = "1"', '= expects a number here, found a text (line 1, column 12)'],
        ['Name & 1', '& expects a text here, found a number (line 1, column 8)'],
        ['TODAY() + TODAY()', '+ cannot join a date and a date (line 1, column 9)'],
        ['TEXT(Name)', 'TEXT does not take a text (line 1, column 6)'],
        ['IsActive__c < TRUE', '< does not compare checkboxes (line 1, column 13)'],
        ['CASE(1, 2, 3, 4, 5)', 'CASE expects a value'],
        ['1 +', 'Syntax error: unexpected the end of the formula (line 1, column 4)'],
        ['(1', "Syntax error: expected ')', found the end of the formula (line 1, column 3)"],
        ['1 2', "Syntax error: unexpected '2' (line 1, column 3)"],
        ['1 # 2', 'Syntax error: unexpected "#" (line 1, column 3)'],
        ['"\\d"', 'unknown escape \\d in text']
    ])('refuses %s', (source, message) => {
        expect(() => compileFormula(source, context)).toThrow(message);
    });

    it('tells the type of the result', () => {
        expect(compileFormula('ISNEW()', context).resultType).toBe('boolean');
        expect(compileFormula('IF(TRUE, NULL, NOW())', context).resultType).toBe('datetime');
    });
});

describe('the status of a single-use link', () => {
    const status = compileFormula(
        `IF(NOT(ISBLANK(RevokedAt__c)), "Revoked",
         IF(NOT(ISBLANK(ClaimedByUid__c)), "Used",
         IF(NOT(BookingLink__r.IsActive__c) || NOT(BookingLink__r.MeetingType__r.IsActive__c), "Inactive",
         IF(OR(ExpiresAt__c <= NOW(), BookingLink__r.ExpiresAt__c <= NOW()), "Expired", "Active"))))`,
        context
    );
    const live = { 'BookingLink__r.IsActive__c': true, 'BookingLink__r.MeetingType__r.IsActive__c': true };

    it.each([
        ['Active', {}],
        ['Active', { ExpiresAt__c: '2026-11-21T10:30:16.000+0000' }],
        ['Expired', { ExpiresAt__c: '2026-11-21T10:30:15.000+0000' }],
        ['Inactive', { 'BookingLink__r.IsActive__c': false, ExpiresAt__c: '2026-01-01T00:00:00.000+0000' }],
        ['Used', { ClaimedByUid__c: 'u', 'BookingLink__r.IsActive__c': false }],
        ['Revoked', { RevokedAt__c: '2026-01-01T00:00:00.000+0000', ClaimedByUid__c: 'u' }]
    ])('is %s for %j', (expected, values) => {
        expect(status.evaluate(record({ ...live, ...values }))).toBe(expected);
    });
});
