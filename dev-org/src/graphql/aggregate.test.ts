import { fullAccess } from '../access/access.ts';
import type { OrgRequest } from '../http/route.ts';
import { addLinks, addMeeting, sampleOrg } from '../soql/testing/sampleOrg.ts';
import { SYSTEM_ACTOR } from '../store/systemActor.ts';
import { graphqlRoutes } from './index.ts';

interface Answer {
    data: { uiapi: { aggregate: Record<string, Connection> } } | null;
    errors: { message: string }[];
}
interface Connection {
    totalCount: number;
    edges: { node: { aggregate: Record<string, Record<string, unknown>> } }[];
    pageInfo: { hasNextPage: boolean };
}

function setup() {
    const org = sampleOrg();
    addLinks(org);
    for (const [index, status] of ['Scheduled', 'Scheduled', 'Canceled'].entries()) {
        addMeeting(org, `u${index}`, index + 1, { Status__c: status, Revision__c: index + 1 });
    }
    const [route] = graphqlRoutes({ schema: org.project.schema, store: org.store, access: fullAccess });
    const post = (query: string): Answer => {
        const request = { actor: SYSTEM_ACTOR, json: (): unknown => ({ query }) } as OrgRequest;
        const response = route!.handle(request);
        if (response instanceof Promise) throw new Error('GraphQL is answered at once');
        return JSON.parse(response.body as string) as Answer;
    };
    const aggregate = (args: string, fields: string): Connection => {
        const answer = post(
            `{ uiapi { aggregate { Meeting__c${args} { totalCount pageInfo { hasNextPage } edges { node { aggregate { ${fields} } } } } } } }`
        );
        expect(answer.errors).toEqual([]);
        return answer.data!.uiapi.aggregate['Meeting__c']!;
    };
    const nodes = (args: string, fields: string): unknown[] =>
        aggregate(args, fields).edges.map(({ node }) => node.aggregate);
    return { post, aggregate, nodes };
}

describe('aggregates', () => {
    it('count all records as one group, none as zero', () => {
        const { nodes } = setup();
        expect(nodes('', 'Id { count { value } }')).toEqual([{ Id: { count: { value: 3 } } }]);
        expect(nodes('(where: { Status__c: { eq: "Completed" } })', 'Id { count { value } }')).toEqual([
            { Id: { count: { value: 0 } } }
        ]);
    });

    it('count records by the values of a field', () => {
        const { nodes } = setup();
        expect(
            nodes(
                '(groupBy: { Status__c: { group: true } })',
                'Status__c { value displayValue } Id { count { value } }'
            )
        ).toEqual([
            { Status__c: { value: 'Scheduled', displayValue: 'Scheduled' }, Id: { count: { value: 2 } } },
            { Status__c: { value: 'Canceled', displayValue: 'Canceled' }, Id: { count: { value: 1 } } }
        ]);
    });

    it('find the least, the most, the sum, the mean and the distinct of a field', () => {
        const { nodes } = setup();
        const fields = `Revision__c { min { value } max { value } sum { value } avg { value } }
            Status__c { countDistinct { value } } Lead__c { count { value } }`;
        expect(nodes('', fields)).toEqual([
            {
                Revision__c: { min: { value: 1 }, max: { value: 3 }, sum: { value: 6 }, avg: { value: 2 } },
                Status__c: { countDistinct: { value: 2 } },
                Lead__c: { count: { value: 0 } }
            }
        ]);
    });

    it('come in pages of groups', () => {
        const page = setup().aggregate('(first: 1, groupBy: { Status__c: { group: true } })', 'Status__c { value }');
        expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
        expect(page.edges).toHaveLength(1);
    });

    it.each([
        ['a value that is not grouped', '', 'Status__c { value }', 'must be grouped or aggregated'],
        [
            'a moment grouped as it is',
            '(groupBy: { StartsAt__c: { group: true } })',
            'Id { count { value } }',
            'StartsAt__c'
        ],
        ['the sum of text', '', 'Status__c { sum { value } }', 'sum']
    ])('refuse %s', (_title, args, fields, problem) => {
        const { errors } = setup().post(
            `{ uiapi { aggregate { Meeting__c${args} { edges { node { aggregate { ${fields} } } } } } } }`
        );
        expect(errors.map(({ message }) => message).join()).toContain(problem);
    });
});
