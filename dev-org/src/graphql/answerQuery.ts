import {
    execute,
    getOperationAST,
    GraphQLError,
    OperationTypeNode,
    parse,
    specifiedRules,
    validate,
    valueFromASTUntyped
} from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { RecordReader } from '../soql/recordReader.ts';
import { fieldAccessRule } from './fieldAccessRule.ts';
import { errorEntry } from './graphqlErrors.ts';
import type { ErrorEntry, ErrorType } from './graphqlErrors.ts';

/** A query of more is no honest one. */
const MOST_TOKENS = 20_000;

export interface GraphqlRequest {
    query: string;
    variables: Record<string, unknown>;
    operationName: string | undefined;
}

export interface GraphqlAnswer {
    data: unknown;
    errors: ErrorEntry[];
}

/** Answers a query as the caller behind `reader` may see the org. Errors are part of the answer, never thrown. */
export function answerQuery(schema: GraphQLSchema, reader: RecordReader, request: GraphqlRequest): GraphqlAnswer {
    const document = parseQuery(request.query);
    if (document instanceof GraphQLError) return failure([document], 'InvalidSyntax');
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return failure([new GraphQLError('The operation to run is not in the query.')], 'ValidationError');
    if (operation.operation !== OperationTypeNode.QUERY) {
        return failure(
            [new GraphQLError(`The dev org does not support a GraphQL ${operation.operation}.`)],
            'OperationNotSupported'
        );
    }
    const problems = validate(schema, document, [...specifiedRules, fieldAccessRule(reader)]);
    if (problems.length > 0) return failure(problems, 'ValidationError');
    return run(schema, document, operation, reader, request);
}

function run(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    reader: RecordReader,
    { variables, operationName }: GraphqlRequest
): GraphqlAnswer {
    // Every resolver is synchronous, so the result is no promise.
    const result = execute({
        schema,
        document,
        variableValues: variables,
        operationName: operationName ?? null,
        contextValue: { reader, rawVariables: withDefaults(operation, variables) }
    }) as ExecutionResult;
    // Without `data` the variables did not fit; with it a resolver failed.
    const fallback: ErrorType = 'data' in result ? 'DataFetchingException' : 'ValidationError';
    return { data: result.data ?? null, errors: (result.errors ?? []).map((error) => errorEntry(error, fallback)) };
}

function parseQuery(query: string): DocumentNode | GraphQLError {
    try {
        return parse(query, { maxTokens: MOST_TOKENS });
    } catch (error) {
        if (error instanceof GraphQLError) return error;
        if (error instanceof RangeError) return new GraphQLError('The query is nested too deeply.');
        throw error;
    }
}

function withDefaults(operation: OperationDefinitionNode, variables: Record<string, unknown>): Record<string, unknown> {
    const complete: Record<string, unknown> = { ...variables };
    for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
        const name = variable.name.value;
        if (defaultValue && !(name in complete)) complete[name] = valueFromASTUntyped(defaultValue);
    }
    return complete;
}

function failure(errors: readonly GraphQLError[], type: ErrorType): GraphqlAnswer {
    return { data: null, errors: errors.map((error) => errorEntry(error, type)) };
}
