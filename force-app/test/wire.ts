import * as uiObjectInfoApi from 'lightning/uiObjectInfoApi';
import { graphql } from 'lightning/graphql';
import * as uiRecordApi from 'lightning/uiRecordApi';

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

/** A wire of one kind of answer, as sfdx-lwc-jest stubs it. */
interface AnswerWire {
    emit(data: unknown): void;
    error(body: unknown, status?: number): void;
}

/** The wire of an object's labels, fields and rights. */
export const objectInfoWire = uiObjectInfoApi.getObjectInfo as unknown as AnswerWire;

/** The wire of all picklists of an object. */
export const allPicklistsWire = uiObjectInfoApi.getPicklistValuesByRecordType as unknown as AnswerWire;

/** The wire of one record. */
export const recordWire = uiRecordApi.getRecord as unknown as AnswerWire;
