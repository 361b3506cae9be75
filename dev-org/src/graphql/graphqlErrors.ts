import { GraphQLError } from 'graphql';

/** How the platform classes the errors of an answer, in `extensions.ErrorType`. */
export type ErrorType =
    'InvalidSyntax' | 'ValidationError' | 'DataFetchingException' | 'OperationNotSupported' | 'ExecutionAborted';

/** An error as it stands in an answer. */
export interface ErrorEntry {
    message: string;
    locations: readonly { line: number; column: number }[];
    paths: readonly (string | number)[];
    extensions: { ErrorType: ErrorType };
}

/** A refusal of a query's content by a resolver, such as a filter on a field the user may not read. */
export function queryError(message: string, type: ErrorType = 'ValidationError'): GraphQLError {
    return new GraphQLError(message, { extensions: { ErrorType: type } });
}

/** Writes an error as the platform does. */
export function errorEntry(error: GraphQLError, fallback: ErrorType): ErrorEntry {
    const own = error.extensions['ErrorType'] as ErrorType | undefined;
    return {
        message: error.message,
        locations: error.locations ?? [],
        paths: error.path ?? [],
        extensions: { ErrorType: own ?? fallback }
    };
}
