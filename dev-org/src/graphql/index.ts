import type { GraphQLSchema } from 'graphql';
import { json } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { SalesforceError } from '../salesforceError.ts';
import { RecordReader } from '../soql/recordReader.ts';
import { answerQuery } from './answerQuery.ts';
import type { GraphqlRequest } from './answerQuery.ts';
import { buildGraphqlSchema } from './schemaBuilder.ts';

/** `POST /services/data/vNN.N/graphql`: HTTP 200 whatever the query, failures in `errors`. */
export function graphqlRoutes(org: Pick<OrgContext, 'schema' | 'store' | 'access'>): Route[] {
    let schema: GraphQLSchema | undefined;
    return [
        {
            method: 'POST',
            pattern: '/services/data/:version/graphql',
            about: 'the UI API’s GraphQL queries; mutations are refused',
            handle: (request) => {
                schema ??= buildGraphqlSchema(org.schema);
                const reader = new RecordReader(org.store, org.access, request.actor);
                return json(answerQuery(schema, reader, readRequest(request.json())));
            }
        }
    ];
}

/** @throws SalesforceError JSON_PARSER_ERROR when the body is no GraphQL request */
function readRequest(body: unknown): GraphqlRequest {
    const { query, variables, operationName } = (body ?? {}) as Record<string, unknown>;
    if (typeof query !== 'string') throw new SalesforceError('JSON_PARSER_ERROR', 'The request body has no query.');
    return {
        query,
        variables: variables !== null && typeof variables === 'object' ? (variables as Record<string, unknown>) : {},
        operationName: typeof operationName === 'string' ? operationName : undefined
    };
}
