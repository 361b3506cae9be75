/** The older name of `lightning/graphql`, still found in components. */
export { gql, graphql } from '../graphql/graphql';

/** Asks a wired query again. */
export function refreshGraphQL(result: { refresh?: () => Promise<void> } | undefined): Promise<void> {
    return result?.refresh?.() ?? Promise.resolve();
}
