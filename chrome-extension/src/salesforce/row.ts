import { isRecord } from '../storage.ts';

/** A row of an answer; fields may hold anything, or be absent where the user may not see them. */
export type Row = Record<string, unknown>;

/** The text at a path such as `MeetingType__r.Title__c`; empty when there is none. */
export function textAt(row: Row, path: string): string {
    const value = valueAt(row, path);
    return typeof value === 'string' ? value : '';
}

/** The number at a path, or undefined. */
export function numberAt(row: Row, path: string): number | undefined {
    const value = valueAt(row, path);
    return typeof value === 'number' ? value : undefined;
}

/** Whether a checkbox at a path is on. */
export function isOnAt(row: Row, path: string): boolean {
    return valueAt(row, path) === true;
}

/** Rows of a child relationship; none when there are none, or none to be seen. */
export function rowsAt(row: Row, relationship: string): Row[] {
    const children = row[relationship];
    if (!isRecord(children) || !Array.isArray(children['records'])) return [];
    return children['records'].filter(isRecord);
}

function valueAt(row: Row, path: string): unknown {
    return path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), row);
}
