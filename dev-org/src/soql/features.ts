/** A feature of SOQL, and a query that uses it. Whether it is supported is found out by asking. */
export interface SoqlFeature {
    area: string;
    name: string;
    example: string;
}

const area = (name: string, features: Record<string, string>): SoqlFeature[] =>
    Object.entries(features).map(([feature, example]) => ({ area: name, name: feature, example }));

/** What docs/dev-org.md tells about SOQL; a feature that is not here is not promised. */
export const SOQL_FEATURES: SoqlFeature[] = [
    ...area('SELECT', {
        'fields of parents': 'SELECT BookingLink__r.MeetingType__r.Name FROM SingleUseLink__c',
        'child subqueries': 'SELECT Id, (SELECT Id FROM SingleUseLinks__r ORDER BY Name LIMIT 5) FROM BookingLink__c',
        'FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM)': 'SELECT FIELDS(ALL) FROM Lead LIMIT 200',
        TYPEOF: 'SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Event',
        'Owner.Type, Who.Type, What.Type': 'SELECT Owner.Type FROM Lead',
        toLabel: 'SELECT toLabel(Status) FROM Lead',
        FORMAT: 'SELECT FORMAT(CreatedDate) FROM Lead',
        'aliases of objects': "SELECT l.Id FROM Lead l WHERE l.Name = 'x'",
        convertCurrency: 'SELECT convertCurrency(Amount) FROM Opportunity',
        DISTANCE: "SELECT DISTANCE(Site, GEOLOCATION(1, 1), 'km') FROM Account"
    }),
    ...area('WHERE', {
        '= != < <= > >=': 'SELECT Id FROM MeetingType__c WHERE DurationMinutes__c >= 30',
        'IN, NOT IN': "SELECT Id FROM Lead WHERE Name NOT IN ('a', 'b')",
        LIKE: "SELECT Id FROM Lead WHERE Name LIKE 'a%_'",
        'AND, OR, NOT, parentheses': "SELECT Id FROM Lead WHERE NOT (Name = 'a' OR Name = 'b')",
        'semi-joins and anti-joins':
            'SELECT Id FROM BookingLink__c WHERE Id NOT IN (SELECT BookingLink__c FROM Meeting__c)',
        'date literals': 'SELECT Id FROM Lead WHERE CreatedDate = LAST_N_DAYS:30',
        'fiscal date literals': 'SELECT Id FROM Lead WHERE CreatedDate = THIS_FISCAL_QUARTER',
        'date functions': 'SELECT Id FROM Lead WHERE CALENDAR_YEAR(CreatedDate) = 2026',
        convertTimezone: 'SELECT Id FROM Event WHERE HOUR_IN_DAY(convertTimezone(StartDateTime)) = 9',
        'times of day': 'SELECT Id FROM AvailabilityWindow__c WHERE StartTime__c > 09:00:00.000Z',
        'toLabel in a filter': "SELECT Id FROM Lead WHERE toLabel(Status) = 'x'",
        'INCLUDES, EXCLUDES: our objects have no multi-select picklist':
            "SELECT Id FROM Lead WHERE Status INCLUDES ('a')",
        'bind variables: Apex only': 'SELECT Id FROM Lead WHERE Name = :name'
    }),
    ...area('Groups', {
        'COUNT()': 'SELECT COUNT() FROM Lead',
        'COUNT, COUNT_DISTINCT, MIN, MAX, SUM, AVG': 'SELECT COUNT(Id), MAX(CreatedDate) FROM Lead',
        'GROUP BY': 'SELECT Status, COUNT(Id) n FROM Lead GROUP BY Status ORDER BY COUNT(Id) DESC',
        'GROUP BY a date function': 'SELECT CALENDAR_MONTH(CreatedDate) FROM Lead GROUP BY CALENDAR_MONTH(CreatedDate)',
        HAVING: 'SELECT Status FROM Lead GROUP BY Status HAVING COUNT(Id) > 1',
        'GROUP BY ROLLUP': 'SELECT COUNT(Id) FROM Lead GROUP BY ROLLUP(Status)',
        'GROUP BY CUBE': 'SELECT COUNT(Id) FROM Lead GROUP BY CUBE(Status)',
        GROUPING: 'SELECT GROUPING(Status) FROM Lead GROUP BY Status'
    }),
    ...area('Order and pages', {
        'ORDER BY several columns, NULLS FIRST, NULLS LAST':
            'SELECT Id FROM Lead ORDER BY Owner.Name DESC NULLS LAST, Id',
        'LIMIT, OFFSET to 2000': 'SELECT Id FROM Lead LIMIT 10 OFFSET 20'
    }),
    ...area('Clauses', {
        'USING SCOPE mine, everything': 'SELECT Id FROM Lead USING SCOPE mine',
        'USING SCOPE of other kinds': 'SELECT Id FROM Lead USING SCOPE team',
        'WITH USER_MODE, WITH SECURITY_ENFORCED': 'SELECT Id FROM Lead WITH USER_MODE',
        'WITH SYSTEM_MODE': 'SELECT Id FROM Lead WITH SYSTEM_MODE',
        'WITH DATA CATEGORY': 'SELECT Id FROM Lead WITH DATA CATEGORY Geography AT USA',
        'FOR VIEW, FOR REFERENCE (nothing is recorded)': 'SELECT Id FROM Lead FOR VIEW',
        'FOR UPDATE (nothing to wait for)': 'SELECT Id FROM Lead FOR UPDATE',
        'UPDATE TRACKING, UPDATE VIEWSTAT': 'SELECT Id FROM Lead UPDATE VIEWSTAT',
        'ALL ROWS: Apex only, use queryAll': 'SELECT Id FROM Lead LIMIT 1 ALL ROWS',
        SOSL: 'FIND {x} IN ALL FIELDS RETURNING Lead'
    })
];
