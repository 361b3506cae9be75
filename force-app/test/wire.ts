import * as uiObjectInfoApi from 'lightning/uiObjectInfoApi';
import { graphql } from 'lightning/graphql';

/** What sfdx-lwc-jest adds to the GraphQL wire. */
interface TestWire {
    emit(data: unknown, filter?: (config: { query: unknown }) => boolean, refresh?: () => Promise<void>): void;
    emitErrors(
        errors: { message: string }[],
        filter?: (config: { query: unknown }) => boolean,
        refresh?: () => Promise<void>
    ): void;
    getLastConfig(): { query: unknown; variables: Record<string, unknown> };
}

/** The GraphQL wire of the component under test. */
export const graphqlWire = graphql as unknown as TestWire;

/** The wire of picklists' values, of all fields that the component under test asks for. */
export const picklistWire = uiObjectInfoApi.getPicklistValues as unknown as {
    emit(data: unknown, filter: (config: { fieldApiName: object }) => boolean): void;
};

/** Only the wires whose query has this name, where a component has several. */
export function asking(queryName: string): (config: { query: unknown }) => boolean {
    return ({ query }) => String(query).includes(`query ${queryName}(`);
}
