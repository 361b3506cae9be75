/**
 * The platform's modules as Admit One uses them. Salesforce publishes no types for most of these,
 * and its `lightning/modal` lacks `open`, so this file says only what our components and the shell rely on.
 */

declare module '*.html' {
    const template: unknown;
    export default template;
}

declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module '@salesforce/schema/*' {
    /** Serves objects and fields; `fieldApiName` is absent at run time for objects. */
    const reference: { readonly objectApiName: string; readonly fieldApiName: string };
    export default reference;
}

declare module '@salesforce/user/Id' {
    /** 18 characters. */
    const id: string;
    export default id;
}

declare module '@salesforce/i18n/lang' {
    const lang: string;
    export default lang;
}

declare module '@salesforce/i18n/locale' {
    /** BCP 47, as `Intl` takes it: `en-US`, `de-DE`. */
    const locale: string;
    export default locale;
}

declare module '@salesforce/i18n/timeZone' {
    /** IANA name of the running user's zone: `Europe/Berlin`. */
    const timeZone: string;
    export default timeZone;
}

declare module '@salesforce/customPermission/*' {
    const isGranted: true | undefined;
    export default isGranted;
}

declare module '@salesforce/resourceUrl/*' {
    const url: string;
    export default url;
}

declare module 'lightning/uiRelatedListApi' {
    import type { WireAdapterConstructor } from 'lwc';
    import type { RecordRepresentation, WireResult } from 'lightning/uiRecordApi';

    export interface RelatedListRecordsConfig {
        parentRecordId?: string | undefined;
        /** Name of the child relationship: `SingleUseLinks__r`. */
        relatedListId?: string | undefined;
        /** `SingleUseLink__c.Name` */
        fields?: string[] | undefined;
        optionalFields?: string[] | undefined;
        pageSize?: number | undefined;
        pageToken?: string | undefined;
        /** `-SingleUseLink__c.Name` for descending. */
        sortBy?: string[] | undefined;
        where?: string | undefined;
    }
    export interface RelatedListRecords {
        count: number;
        records: RecordRepresentation[];
        currentPageToken: string | null;
        nextPageToken: string | null;
        previousPageToken: string | null;
    }
    export interface RelatedListCount {
        count: number;
        hasMore: boolean;
    }
    export interface RelatedListInfoConfig {
        parentObjectApiName?: string | undefined;
        relatedListId?: string | undefined;
        fields?: string[] | undefined;
        optionalFields?: string[] | undefined;
    }
    export interface RelatedListInfo {
        label: string;
        fieldApiName: string;
        objectApiNames: string[];
        displayColumns: { fieldApiName: string; label: string; lookupId: string | null; sortable: boolean }[];
    }
    export interface RelatedListsInfo {
        parentObjectApiName: string;
        relatedLists: { relatedListId: string; label: string; objectApiName: string; fieldApiName: string }[];
    }
    export interface BatchResult<T> {
        statusCode: number;
        /** The errors where it failed. */
        result: T | unknown;
    }

    export const getRelatedListRecords: WireAdapterConstructor<
        RelatedListRecordsConfig,
        WireResult<RelatedListRecords>
    >;
    export const getRelatedListCount: WireAdapterConstructor<
        Pick<RelatedListRecordsConfig, 'parentRecordId' | 'relatedListId'>,
        WireResult<RelatedListCount>
    >;
    export const getRelatedListInfo: WireAdapterConstructor<RelatedListInfoConfig, WireResult<RelatedListInfo>>;
    export const getRelatedListsInfo: WireAdapterConstructor<
        Pick<RelatedListInfoConfig, 'parentObjectApiName'>,
        WireResult<RelatedListsInfo>
    >;
}
declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface FieldId {
        objectApiName: string;
        fieldApiName: string;
    }
    export interface RecordField {
        value: unknown;
        displayValue: string | null;
    }
    export interface RecordRepresentation {
        apiName: string;
        id: string;
        fields: Record<string, RecordField>;
        lastModifiedDate?: string;
    }
    export interface RecordInput {
        apiName?: string;
        /** By field API name; an update carries `Id` here. */
        fields: Record<string, unknown>;
    }
    /** What Lightning Data Service rejects with. */
    export interface FetchError {
        status: number;
        statusText?: string;
        ok: false;
        body?: FetchErrorBody | FetchErrorBody[];
    }
    export interface FetchErrorBody {
        message?: string;
        errorCode?: string;
        output?: {
            errors?: RecordError[];
            fieldErrors?: Record<string, RecordError[]>;
        };
    }
    export interface RecordError {
        message: string;
        errorCode?: string;
        fieldLabel?: string;
    }
    export interface WireResult<T> {
        data?: T;
        error?: FetchError;
    }
    export interface GetRecordConfig {
        recordId?: string | undefined;
        fields?: (FieldId | string)[];
        optionalFields?: (FieldId | string)[];
    }

    export const getRecord: WireAdapterConstructor<GetRecordConfig, WireResult<RecordRepresentation>>;
    export function createRecord(input: RecordInput): Promise<RecordRepresentation>;
    export function updateRecord(
        input: RecordInput,
        options?: { ifUnmodifiedSince?: string }
    ): Promise<RecordRepresentation>;
    export function deleteRecord(recordId: string): Promise<void>;
    export function notifyRecordUpdateAvailable(items: { recordId: string }[]): Promise<void>;
    export function getFieldValue(record: RecordRepresentation | undefined, field: FieldId | string): unknown;
    export function getFieldDisplayValue(
        record: RecordRepresentation | undefined,
        field: FieldId | string
    ): string | null | undefined;
}

declare module 'lightning/uiObjectInfoApi' {
    import type { WireAdapterConstructor } from 'lwc';
    import type { WireResult } from 'lightning/uiRecordApi';

    export interface ObjectInfo {
        apiName: string;
        label: string;
        labelPlural: string;
        defaultRecordTypeId: string;
        /** Whether the running user may make one. */
        createable: boolean;
        /** Fields that the running user may read. */
        fields: Record<string, FieldInfo>;
    }
    export interface FieldInfo {
        apiName: string;
        label: string;
        inlineHelpText: string | null;
        /** `String`, `TextArea`, `Double`, `Boolean`, `DateTime`, `Picklist`, … */
        dataType: string;
        required: boolean;
        createable: boolean;
        updateable: boolean;
        length: number;
    }
    export interface PicklistValues {
        defaultValue: { label: string; value: string } | null;
        values: { label: string; value: string }[];
    }

    /** The values of every picklist of an object, by field. */
    export interface PicklistValuesCollection {
        picklistFieldValues: Record<string, PicklistValues>;
    }

    export const getPicklistValuesByRecordType: WireAdapterConstructor<
        { objectApiName?: string | undefined; recordTypeId?: string | undefined },
        WireResult<PicklistValuesCollection>
    >;
    export const getObjectInfo: WireAdapterConstructor<{ objectApiName?: string | undefined }, WireResult<ObjectInfo>>;
    export const getPicklistValues: WireAdapterConstructor<
        { recordTypeId?: string | undefined; fieldApiName: unknown },
        WireResult<PicklistValues>
    >;
}

declare module 'lightning/graphql' {
    import type { WireAdapterConstructor } from 'lwc';

    /** A parsed query: opaque to components. */
    export interface GraphQLDocument {
        readonly graphQLDocument: unique symbol;
    }
    export interface GraphQLError {
        message: string;
        path?: (string | number)[];
    }
    /** Read-only: never change what a wire hands over. */
    export interface GraphQLResult<T> {
        data?: T;
        errors?: GraphQLError[];
        refresh?: () => Promise<void>;
    }
    export interface GraphQLConfig {
        /** Nothing is asked while the query is undefined. */
        query?: GraphQLDocument | undefined;
        variables?: Record<string, unknown> | undefined;
        operationName?: string;
    }

    export function gql(strings: TemplateStringsArray, ...values: unknown[]): GraphQLDocument;
    // The wire decorator compares types invariantly, so only `any` lets each component name its own data.
    export const graphql: WireAdapterConstructor<GraphQLConfig, GraphQLResult<any>>;
}

declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';

    export interface PageReference {
        type: string;
        attributes?: Record<string, unknown>;
        state?: Record<string, string | undefined>;
    }
    export interface Navigable {
        [Navigate](page: PageReference, replace?: boolean): void;
        [GenerateUrl](page: PageReference): Promise<string>;
    }
    // TypeScript demands `any[]` of a mixin's constructor.
    export type MixinConstructor<T> = new (...args: any[]) => T;

    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
    export const NavigationMixin: {
        <B extends MixinConstructor<LightningElement>>(base: B): B & MixinConstructor<Navigable>;
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    };
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;
}

declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';

    export type ModalSize = 'small' | 'medium' | 'large' | 'full';
    export interface ModalOptions {
        /** Read out as the dialog's name. */
        label: string;
        size?: ModalSize;
        description?: string;
        disableClose?: boolean;
    }

    export default class LightningModal extends LightningElement {
        static open<T extends LightningModal>(
            this: new () => T,
            options: ModalOptions & { [K in Exclude<keyof T, keyof LightningModal>]?: T[K] }
        ): Promise<unknown>;
        size: ModalSize;
        label: string;
        description: string;
        disableClose: boolean;
        close(result?: unknown): void;
    }
}

declare module 'lightning/datatable' {
    import { LightningElement } from 'lwc';

    export type SortDirection = 'asc' | 'desc';
    export interface Column {
        label?: string;
        fieldName?: string;
        type?: string;
        sortable?: boolean;
        hideDefaultActions?: boolean;
        wrapText?: boolean;
        initialWidth?: number;
        fixedWidth?: number;
        typeAttributes?: Record<string, unknown>;
        cellAttributes?: Record<string, unknown>;
    }
    export interface CustomType {
        template: unknown;
        editTemplate?: unknown;
        standardCellLayout?: boolean;
        typeAttributes?: string[];
    }
    export interface SortDetail {
        fieldName: string;
        sortDirection: SortDirection;
    }
    export interface RowActionDetail<Row> {
        action: { name: string };
        row: Row;
    }

    export default class LightningDatatable extends LightningElement {
        static customTypes: Record<string, CustomType>;
        data: unknown[];
        columns: Column[];
    }
}

declare module 'lightning/platformResourceLoader' {
    import type { LightningElement } from 'lwc';

    /** Runs a script once for the whole page; rejects when it cannot be loaded. */
    export function loadScript(component: LightningElement, url: string): Promise<void>;
}

declare module 'lightning/platformShowToastEvent' {
    export interface ToastConfig {
        title?: string;
        message?: string;
        messageData?: (string | { url: string; label: string })[];
        variant?: 'info' | 'success' | 'warning' | 'error';
        mode?: 'dismissible' | 'pester' | 'sticky';
    }
    /** Type `lightning__showtoast`; bubbles and is composed. */
    export class ShowToastEvent extends CustomEvent<ToastConfig> {
        constructor(config: ToastConfig);
    }
}
