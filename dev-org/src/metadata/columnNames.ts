/** What list views and related lists call fields that have an API name of their own. */
const API_NAMES: Record<string, string> = {
    'CREATEDBY_USER.ALIAS': 'CreatedById',
    CREATED_DATE: 'CreatedDate',
    LAST_UPDATE: 'LastModifiedDate',
    NAME: 'Name',
    'OWNER.ALIAS': 'OwnerId',
    'UPDATEDBY_USER.ALIAS': 'LastModifiedById'
};

/** The API name of the field behind a column. */
export const columnField = (column: string): string => API_NAMES[column] ?? column;
