import type { Access } from '../access/access.ts';
import { fullAccess } from '../access/access.ts';
import type { OrgRequest } from '../http/route.ts';
import type { Actor } from '../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { addLinks, addMeeting, NOW, sampleOrg } from '../soql/testing/sampleOrg.ts';
import { graphqlRoutes } from './index.ts';

interface Answer {
    data: { uiapi: { query: Record<string, Connection> } } | null;
    errors: { message: string; paths: unknown[]; extensions: { ErrorType: string } }[];
}
interface Connection {
    totalCount: number;
    edges: { node: Record<string, unknown>; cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

function setup(access: Access = fullAccess) {
    const org = sampleOrg();
    const links = addLinks(org);
    const [route] = graphqlRoutes({ schema: org.project.schema, store: org.store, access });
    const post = (query: string, variables: Record<string, unknown> = {}, actor: Actor = SYSTEM_ACTOR): Answer => {
        const request = { actor, json: (): unknown => ({ query, variables }) } as OrgRequest;
        const response = route!.handle(request);
        if (response instanceof Promise) throw new Error('GraphQL is answered at once');
        expect(response.status).toBe(200);
        return JSON.parse(response.body as string) as Answer;
    };
    /** The one connection a query asks for. */
    const find = (query: string, variables?: Record<string, unknown>, actor?: Actor): Connection => {
        const answer = post(query, variables, actor);
        expect(answer.errors).toEqual([]);
        const [connection] = Object.values(answer.data?.uiapi.query ?? {});
        return connection!;
    };
    /** The names of the records an object's arguments select. */
    const names = (objectName: string, args: string): unknown[] =>
        find(`{ uiapi { query { ${objectName}(${args}) { edges { node { Name { value } } } } } } }`).edges.map(
            ({ node }) => (node['Name'] as { value: unknown }).value
        );
    return { ...org, ...links, post, find, names };
}

const MEETINGS = `query Meetings($first: Int, $where: Meeting__c_Filter, $orderBy: Meeting__c_OrderBy, $after: String) {
    uiapi { query { Meeting__c(first: $first, where: $where, orderBy: $orderBy, after: $after) {
        edges { node { Id BookingUid__c { value } StartsAt__c { value } } cursor }
        pageInfo { hasNextPage endCursor } totalCount
    } } }
}`;

const uids = ({ edges }: Connection): unknown[] =>
    edges.map(({ node }) => (node['BookingUid__c'] as { value: unknown }).value);

describe('records', () => {
    it('wraps values by type', () => {
        const { insert, find, julio } = setup();
        const meeting = addMeeting({ insert } as ReturnType<typeof sampleOrg>, 'u1', 1, { Host__c: julio.userId });
        const { edges } = find(`{ uiapi { query { Meeting__c { edges { node {
            Id ApiName Revision__c { value displayValue } StartsAt__c { value displayValue } Status__c { value label displayValue }
            IsForwarded__c { value displayValue } ProspectEmail__c { value } Host__c { value displayValue } CanceledAt__c { value displayValue }
        } } } } } }`);
        expect(edges[0]!.node).toEqual({
            Id: meeting.Id,
            ApiName: 'Meeting__c',
            Revision__c: { value: 1, displayValue: '1' },
            StartsAt__c: { value: '2026-11-22T10:30:00.000Z', displayValue: '11/22/2026, 10:30 AM' },
            Status__c: { value: 'Scheduled', label: 'Scheduled', displayValue: 'Scheduled' },
            IsForwarded__c: { value: false, displayValue: null },
            ProspectEmail__c: { value: 'amy@lane.example' },
            Host__c: { value: julio.userId, displayValue: null },
            CanceledAt__c: { value: null, displayValue: null }
        });
    });

    it('reaches parents, children and owners', () => {
        const { find, intro } = setup();
        const { edges } = find(
            `query ($id: ID) { uiapi { query { BookingLink__c(where: { Id: { eq: $id } }) { edges { node {
                MeetingType__r { Title__c { value } } ManagedLink__r { Id }
                Owner { ... on User { Name { value } } }
                SingleUseLinks(first: 1, orderBy: { Name: { order: DESC } }) { edges { node { Name { value } } } totalCount }
            } } } } } }`.replace('SingleUseLinks(', 'SingleUseLinks__r('),
            { id: intro.Id }
        );
        expect(edges[0]!.node).toEqual({
            MeetingType__r: { Title__c: { value: 'Intro call' } },
            ManagedLink__r: null,
            Owner: { Name: { value: 'Julio Reyes' } },
            SingleUseLinks__r: { edges: [{ node: { Name: { value: 'SUL-000002' } } }], totalCount: 2 }
        });
    });
});

describe('where', () => {
    it.each([
        ['Name: { eq: "JULIO intro" }', ['Julio intro']],
        ['Name: { ne: "Julio intro" }', ['Ana off']],
        ['Name: { like: "%intro" }', ['Julio intro']],
        ['Name: { in: ["Ana off", "x"] }', ['Ana off']],
        ['Name: { nin: ["Ana off"] }', ['Julio intro']],
        ['Name: { gte: "b", lt: "k" }', ['Julio intro']],
        ['IsActive__c: { eq: true }, IsInLibrary__c: { eq: true }', ['Julio intro']],
        ['ExpiresAt__c: { eq: null }', ['Ana off', 'Julio intro']],
        ['or: [{ Name: { eq: "Ana off" } }, { Slug__c: { eq: "julio-intro" } }]', ['Ana off', 'Julio intro']],
        ['and: [{ IsActive__c: { eq: true } }, { Name: { like: "J%" } }]', ['Julio intro']],
        ['not: { Name: { like: "J%" } }', ['Ana off']],
        ['MeetingType__r: { Title__c: { eq: "Intro call" } }, Slug__c: { like: "ana%" }', ['Ana off']],
        ['Owner: { User: { FirstName: { eq: "Julio" } } }', ['Julio intro']],
        ['CreatedDate: { eq: { literal: TODAY } }', ['Ana off', 'Julio intro']],
        ['CreatedDate: { gt: { value: "2026-11-21T10:30:00Z" } }', []],
        ['CreatedDate: { gte: { range: { last_n_days: 2 } } }', ['Ana off', 'Julio intro']],
        ['LinkType__c: { eq: "Standard" }, IsActive__c: { eq: false }', ['Ana off']],
        ['', ['Ana off', 'Julio intro']]
    ])('selects by %s', (where, expected) => {
        const { names } = setup();
        expect(names('BookingLink__c', `where: { ${where} }, orderBy: { Name: { order: ASC } }`)).toEqual(expected);
    });

    it('takes filters from variables and ignores what is left out', () => {
        const { find } = setup();
        const query = `query ($name: String, $active: Boolean) { uiapi { query { BookingLink__c(
            where: { Name: { eq: $name }, IsActive__c: { eq: $active } }) { totalCount edges { node { Id } } } } } }`;
        expect(find(query, { name: 'julio intro' }).totalCount).toBe(1);
        expect(find(query, { active: false }).totalCount).toBe(1);
        expect(find(query).totalCount).toBe(2);
    });

    it('filters and sorts by formulas', () => {
        const { names } = setup();
        expect(
            names(
                'SingleUseLink__c',
                'where: { Status__c: { in: ["Active", "Revoked"] } }, orderBy: { Status__c: { order: DESC } }'
            )
        ).toEqual(['SUL-000002', 'SUL-000001']);
    });

    it('answers scope MINE with own records', () => {
        const { find, julio } = setup();
        const query = '{ uiapi { query { BookingLink__c(scope: MINE) { edges { node { Name { value } } } } } } }';
        expect(find(query, {}, julio).edges).toEqual([{ node: { Name: { value: 'Julio intro' } } }]);
    });
});

describe('order and pages', () => {
    it('answers ten rows unless told otherwise, and pages by cursor', () => {
        const { find, ...org } = setup();
        for (let index = 0; index < 12; index += 1) addMeeting(org, `u${index}`, index);
        const orderBy = { StartsAt__c: { order: 'ASC' } };
        const first = find(MEETINGS, { orderBy });
        expect(first).toMatchObject({ totalCount: 12, pageInfo: { hasNextPage: true } });
        expect(first.edges).toHaveLength(10);
        const second = find(MEETINGS, { orderBy, after: first.pageInfo.endCursor });
        expect(uids(second)).toEqual(['u10', 'u11']);
        expect(second.pageInfo.hasNextPage).toBe(false);
    });

    it('orders by the fields as written, not as the schema lists them', () => {
        const { find, ...org } = setup();
        addMeeting(org, 'a', 2, { ProspectLastName__c: 'Zorn' });
        addMeeting(org, 'b', 1, { ProspectLastName__c: 'Zorn' });
        addMeeting(org, 'c', 3, { ProspectLastName__c: 'Abel' });
        const byName = { ProspectLastName__c: { order: 'DESC' }, StartsAt__c: { order: 'ASC' } };
        expect(uids(find(MEETINGS, { orderBy: byName }))).toEqual(['b', 'a', 'c']);
        const byStart = { StartsAt__c: { order: 'ASC' }, ProspectLastName__c: { order: 'DESC' } };
        expect(uids(find(MEETINGS, { orderBy: byStart }))).toEqual(['b', 'a', 'c']);
        const literal = MEETINGS.replace(
            'orderBy: $orderBy',
            'orderBy: { ProspectLastName__c: { order: ASC }, Id: { order: DESC } }'
        ).replace(', $orderBy: Meeting__c_OrderBy', '');
        expect(uids(find(literal))).toEqual(['c', 'b', 'a']);
    });

    it('orders nulls first or last', () => {
        const { find, ...org } = setup();
        addMeeting(org, 'a', 1);
        addMeeting(org, 'b', 2, { ProspectCompany__c: 'Acme' });
        const by = (nulls: string) => ({ orderBy: { ProspectCompany__c: { order: 'ASC', nulls } } });
        expect(uids(find(MEETINGS, by('FIRST')))).toEqual(['a', 'b']);
        expect(uids(find(MEETINGS, by('LAST')))).toEqual(['b', 'a']);
    });

    it('pages by key without gap or repetition, equal starts included', () => {
        const { find, ...org } = setup();
        for (let index = 0; index < 23; index += 1) addMeeting(org, `u${index}`, Math.floor(index / 4));
        const orderBy = { StartsAt__c: { order: 'DESC' }, Id: { order: 'DESC' } };
        const seen: string[] = [];
        let where: Record<string, unknown> = {};
        for (;;) {
            const { edges, pageInfo } = find(MEETINGS, { first: 5, orderBy, where });
            seen.push(...edges.map(({ node }) => node['Id'] as string));
            if (!pageInfo.hasNextPage) break;
            const last = edges.at(-1)!.node;
            const { value } = last['StartsAt__c'] as { value: string };
            where = {
                or: [
                    { StartsAt__c: { lt: { value } } },
                    { and: [{ StartsAt__c: { eq: { value } } }, { Id: { lt: last['Id'] } }] }
                ]
            };
        }
        const all = find(MEETINGS, { first: 100, orderBy }).edges.map(({ node }) => node['Id']);
        expect(seen).toEqual(all);
        expect(new Set(seen).size).toBe(23);
    });

    it('refuses more than 2000 rows and broken cursors', () => {
        const { post } = setup();
        expect(post(MEETINGS, { first: 2001 }).errors[0]!.message).toContain('between 1 and 2000');
        expect(post(MEETINGS, { after: 'nonsense' }).errors[0]!.message).toContain('Invalid cursor');
    });
});

describe('errors', () => {
    it.each([
        ['{ uiapi {', 'InvalidSyntax', 'Syntax Error'],
        ['{ uiapi { query { Nope__c { totalCount } } } }', 'ValidationError', 'Nope__c'],
        ['{ uiapi { query { Lead { edges { node { Nope__c { value } } } } } } }', 'ValidationError', 'Nope__c'],
        ['{ uiapi { query { Lead(where: { Nope__c: { eq: "x" } }) { totalCount } } } }', 'ValidationError', 'Nope__c'],
        [
            '{ uiapi { query { MeetingType__c(where: { Description__c: { eq: "x" } }) { totalCount } } } }',
            'ValidationError',
            'Description__c'
        ],
        [
            '{ uiapi { query { Lead(where: { Id: { eq: "x" } }) { totalCount } } } }',
            'DataFetchingException',
            'invalid ID field: x'
        ],
        [
            '{ uiapi { query { Lead(where: { CreatedDate: { eq: { value: "soon" } } }) { totalCount } } } }',
            'ValidationError',
            "Invalid DateTime 'soon'"
        ],
        ['mutation { uiapi { query { Lead { totalCount } } } }', 'OperationNotSupported', 'mutation'],
        ['query ($x: Int!) { uiapi { query { Lead(first: $x) { totalCount } } } }', 'ValidationError', '$x']
    ])('answers %s with %s', (query, type, message) => {
        const { post } = setup();
        const { data, errors } = post(query);
        expect(data?.uiapi.query['Lead'] ?? null).toBeNull();
        expect(errors[0]!.extensions.ErrorType).toBe(type);
        expect(errors[0]!.message).toContain(message);
    });

    it('refuses a body without a query', () => {
        const { store, project } = setup();
        const [route] = graphqlRoutes({ schema: project.schema, store, access: fullAccess });
        const request = { actor: SYSTEM_ACTOR, json: (): unknown => ({}) } as OrgRequest;
        expect(() => route!.handle(request)).toThrow('no query');
    });
});

describe('access', () => {
    const limited: Access = {
        ...fullAccess,
        canRead: (_, object) => object.name !== 'Lead',
        canReadField: (_, __, field) => field.name !== 'TokenHash__c',
        visible: (actor, object, row) => object.name === 'User' || row['OwnerId'] === actor.userId
    };

    it('hides objects, fields and rows', () => {
        const { post, find, julio } = setup(limited);
        expect(post('{ uiapi { query { Lead { totalCount } } } }').errors[0]!.extensions.ErrorType).toBe(
            'ValidationError'
        );
        const token = '{ uiapi { query { SingleUseLink__c { edges { node { TokenHash__c { value } } } } } } }';
        expect(post(token).errors[0]!.message).toBe("Field 'TokenHash__c' in type 'SingleUseLink__c' is undefined");
        const query =
            '{ uiapi { query { SingleUseLink__c { totalCount edges { node { BookingLink__r { Id } } } } } } }';
        expect(find(query, {}, julio).totalCount).toBe(2);
    });

    it('lets nobody guess a hidden field by filter or order', () => {
        const { post } = setup(limited);
        const query = `query ($where: SingleUseLink__c_Filter, $orderBy: SingleUseLink__c_OrderBy) {
            uiapi { query { SingleUseLink__c(where: $where, orderBy: $orderBy) { totalCount } } } }`;
        expect(post(query, { where: { TokenHash__c: { like: 'a%' } } }).errors[0]!.message).toContain('TokenHash__c');
        expect(post(query, { orderBy: { TokenHash__c: { order: 'ASC' } } }).errors[0]!.message).toContain(
            'TokenHash__c'
        );
    });
});

describe('many records', () => {
    it('finds the newest of thousands', () => {
        const { find, ...org } = setup();
        for (let index = 0; index < 3000; index += 1) addMeeting(org, `u${index}`, (index * 7919) % 3000);
        const page = find(MEETINGS, {
            first: 50,
            where: { StartsAt__c: { lt: { value: new Date(NOW + 1500 * 86_400_000).toISOString() } } },
            orderBy: { StartsAt__c: { order: 'DESC' }, Id: { order: 'DESC' } }
        });
        expect(page.totalCount).toBe(1500);
        const starts = page.edges.map(({ node }) => (node['StartsAt__c'] as { value: string }).value);
        expect(starts).toEqual([...starts].sort().reverse());
    });

    it('are found by their time after they moved, went and came', () => {
        const { find, store, ...org } = setup();
        const [early, moved, gone] = ['early', 'moved', 'gone'].map((uid, days) =>
            addMeeting({ store, ...org }, uid, days)
        );
        const at = (days: number) => ({ value: new Date(NOW + days * 86_400_000).toISOString() });
        const within = { and: [{ StartsAt__c: { gte: at(-5) } }, { StartsAt__c: { lte: at(20) } }] };
        const found = (): unknown[] => uids(find(MEETINGS, { where: within })).sort();
        expect(found()).toEqual(['early', 'gone', 'moved']);
        const Meeting = store.schema.object('Meeting__c')!;
        const later = { StartsAt__c: at(40).value, EndsAt__c: at(41).value };
        store.update(Meeting, moved!.Id, later, SYSTEM_ACTOR);
        store.delete(Meeting, gone!.Id, SYSTEM_ACTOR);
        expect(found()).toEqual(['early']);
        expect(() =>
            store.transaction(() => {
                store.delete(Meeting, early!.Id, SYSTEM_ACTOR);
                throw new Error('no');
            })
        ).toThrow('no');
        addMeeting({ store, ...org }, 'new', 20 - 1);
        expect(found()).toEqual(['early', 'new']);
    });
});
