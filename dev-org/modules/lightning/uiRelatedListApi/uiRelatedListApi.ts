/** Related lists as the running user sees them, as `lightning/uiRelatedListApi` does in an org. */
import type {
    BatchResult,
    RelatedListCount,
    RelatedListInfo,
    RelatedListInfoConfig,
    RelatedListRecords,
    RelatedListRecordsConfig,
    RelatedListsInfo
} from 'lightning/uiRelatedListApi';
import type { FetchError } from 'lightning/uiRecordApi';
import { FetchAdapter } from '../../platform/fetchAdapter';
import { rest } from '../../platform/http';

type RecordsOptions = Omit<RelatedListRecordsConfig, 'parentRecordId' | 'relatedListId'>;

/** Wire: children of a record, a page of them. */
export class getRelatedListRecords extends FetchAdapter<RelatedListRecordsConfig, RelatedListRecords> {
    protected load(config: RelatedListRecordsConfig): Promise<RelatedListRecords> | undefined {
        const { parentRecordId, relatedListId } = config;
        return parentRecordId && relatedListId ? loadRecords(parentRecordId, relatedListId, config) : undefined;
    }
}

/** Wire: how many children a record has. */
export class getRelatedListCount extends FetchAdapter<
    Pick<RelatedListRecordsConfig, 'parentRecordId' | 'relatedListId'>,
    RelatedListCount
> {
    protected load({
        parentRecordId,
        relatedListId
    }: Pick<RelatedListRecordsConfig, 'parentRecordId' | 'relatedListId'>): Promise<RelatedListCount> | undefined {
        if (!parentRecordId || !relatedListId) return undefined;
        return rest({ path: pathOf('related-list-count', parentRecordId, relatedListId) });
    }
}

/** Wire: the columns of a related list. */
export class getRelatedListInfo extends FetchAdapter<RelatedListInfoConfig, RelatedListInfo> {
    protected load(config: RelatedListInfoConfig): Promise<RelatedListInfo> | undefined {
        const { parentObjectApiName, relatedListId } = config;
        return parentObjectApiName && relatedListId ? loadInfo(parentObjectApiName, relatedListId, config) : undefined;
    }
}

/** Wire: the related lists of an object. */
export class getRelatedListsInfo extends FetchAdapter<
    Pick<RelatedListInfoConfig, 'parentObjectApiName'>,
    RelatedListsInfo
> {
    protected load({
        parentObjectApiName
    }: Pick<RelatedListInfoConfig, 'parentObjectApiName'>): Promise<RelatedListsInfo> | undefined {
        return parentObjectApiName ? rest({ path: pathOf('related-list-info', parentObjectApiName) }) : undefined;
    }
}

interface InfoBatchConfig {
    parentObjectApiName?: string | undefined;
    relatedListNames?: string[] | undefined;
}

/** Wire: the columns of several related lists, each with a status of its own. */
export class getRelatedListInfoBatch extends FetchAdapter<
    InfoBatchConfig,
    { results: BatchResult<RelatedListInfo>[] }
> {
    protected load({
        parentObjectApiName,
        relatedListNames
    }: InfoBatchConfig): Promise<{ results: BatchResult<RelatedListInfo>[] }> | undefined {
        if (!parentObjectApiName || !relatedListNames) return undefined;
        return batch(relatedListNames.map((name) => loadInfo(parentObjectApiName, name, {})));
    }
}

interface RecordsBatchConfig {
    parentRecordId?: string | undefined;
    relatedListParameters?: ({ relatedListId: string } & RecordsOptions)[] | undefined;
}

/** Wire: children of a record by several related lists, each with a status of its own. */
export class getRelatedListRecordsBatch extends FetchAdapter<
    RecordsBatchConfig,
    { results: BatchResult<RelatedListRecords>[] }
> {
    protected load({
        parentRecordId,
        relatedListParameters
    }: RecordsBatchConfig): Promise<{ results: BatchResult<RelatedListRecords>[] }> | undefined {
        if (!parentRecordId || !relatedListParameters) return undefined;
        return batch(relatedListParameters.map((list) => loadRecords(parentRecordId, list.relatedListId, list)));
    }
}

function loadRecords(
    parentRecordId: string,
    relatedListId: string,
    { fields, optionalFields, pageSize, pageToken, sortBy, where }: RecordsOptions
): Promise<RelatedListRecords> {
    const body = { fields, optionalFields, pageSize, pageToken, sortBy, where };
    return rest({ method: 'POST', path: pathOf('related-list-records', parentRecordId, relatedListId), body });
}

function loadInfo(
    parentObjectApiName: string,
    relatedListId: string,
    { fields = [], optionalFields = [] }: Pick<RelatedListInfoConfig, 'fields' | 'optionalFields'>
): Promise<RelatedListInfo> {
    const query = new URLSearchParams();
    if (fields.length > 0) query.set('fields', fields.join(','));
    if (optionalFields.length > 0) query.set('optionalFields', optionalFields.join(','));
    return rest({ path: `${pathOf('related-list-info', parentObjectApiName, relatedListId)}?${query.toString()}` });
}

async function batch<T>(loading: Promise<T>[]): Promise<{ results: BatchResult<T>[] }> {
    const settled = await Promise.allSettled(loading);
    return {
        results: settled.map((each) => {
            if (each.status === 'fulfilled') return { statusCode: 200, result: each.value };
            const { status, body } = each.reason as FetchError;
            return { statusCode: status, result: body };
        })
    };
}

function pathOf(...parts: string[]): string {
    return `/ui-api/${parts.map(encodeURIComponent).join('/')}`;
}
