import type { Column } from 'lightning/datatable';
import { kindOf, recordUrl } from './fieldView';
import type { FieldKind } from './fieldView';
import { referencedNamePath } from './objectInfo';
import type { FieldInfo, ObjectInfo } from './objectInfo';
import { isNameField } from './recordFields';
import { findObject, settings } from './settings';
import { query, valueAt } from './soql';
import type { QueryRow } from './soql';

/** A row of a table: what is shown by field name, and under `<field>Url` where it leads. */
export type TableRow = { id: string } & Record<string, unknown>;

const MOMENT = { year: 'numeric', month: 'short', day: 'numeric' } as const;

const DATATABLE_TYPES: Partial<Record<FieldKind, string>> = {
    boolean: 'boolean',
    date: 'date-local',
    dateTime: 'date',
    number: 'number',
    phone: 'phone',
    url: 'url'
};

/** Columns of an object's table; fields the user may not see are left out. */
export function tableColumns(info: ObjectInfo, fieldNames: string[]): Column[] {
    return visible(info, fieldNames).map((field) => ({
        label: field.label.replace(/ ID$/, ''),
        fieldName: isLink(info, field) ? `${field.apiName}Url` : field.apiName,
        sortable: true,
        wrapText: true,
        hideDefaultActions: true,
        ...columnType(info, field)
    }));
}

/** The rows of an object's table. `where` is SOQL without the keyword. @throws FetchError */
export async function loadRows(
    info: ObjectInfo,
    fieldNames: string[],
    { where, limit }: { where: string; limit: number }
): Promise<TableRow[]> {
    const fields = visible(info, fieldNames);
    const paths = new Set(['Id', ...fields.flatMap((field) => [field.apiName, namePath(field) ?? field.apiName])]);
    const nameField = findObject(info.apiName)?.nameField ?? 'Name';
    const order = nameField === 'Id' ? 'CreatedDate DESC' : `${nameField} ASC`;
    const condition = where ? ` WHERE ${where}` : '';
    const rows = await query(
        `SELECT ${[...paths].join(', ')} FROM ${info.apiName}${condition} ORDER BY ${order} LIMIT ${limit}`
    );
    return rows.map((row) => toTableRow(row, info, fields));
}

/** What a column is sorted and searched by: the shown text of a link, not its address. */
export function sortKey(row: TableRow, fieldName: string): string | number {
    const value = row[`${fieldName.replace(/Url$/, '')}Text`] ?? row[fieldName] ?? '';
    return typeof value === 'number' ? value : String(value).toLowerCase();
}

function columnType(info: ObjectInfo, field: FieldInfo): Partial<Column> {
    if (isLink(info, field)) {
        return { type: 'url', typeAttributes: { label: { fieldName: `${field.apiName}Text` }, target: '_self' } };
    }
    const kind = kindOf(field);
    const type = DATATABLE_TYPES[kind] ?? 'text';
    if (kind === 'dateTime') {
        const clock = { hour: 'numeric', minute: '2-digit', timeZone: settings.timeZone };
        return { type, typeAttributes: { ...MOMENT, ...clock } };
    }
    return kind === 'date' ? { type, typeAttributes: MOMENT } : { type };
}

function toTableRow(row: QueryRow, info: ObjectInfo, fields: FieldInfo[]): TableRow {
    const cells: TableRow = { id: row.Id };
    for (const field of fields) {
        const value = row[field.apiName];
        cells[field.apiName] = value;
        if (kindOf(field) === 'email') Object.assign(cells, mailCells(field.apiName, value));
        if (!isLink(info, field) || kindOf(field) === 'email') continue;
        const isName = isNameField(info, field.apiName);
        const url = recordUrl(isName ? row.Id : String(value ?? ''));
        const text = isName ? value : valueAt(row, namePath(field) ?? field.apiName);
        cells[`${field.apiName}Text`] = text ?? '';
        // Without an address the cell stays empty instead of linking to nowhere.
        if (url && text) cells[`${field.apiName}Url`] = url;
    }
    return cells;
}

// The platform's own type of column puts an icon before each address, for which narrow columns have no room.
function mailCells(name: string, value: unknown): Record<string, unknown> {
    return value ? { [`${name}Text`]: value, [`${name}Url`]: `mailto:${String(value)}` } : {};
}

function isLink(info: ObjectInfo, field: FieldInfo): boolean {
    return isNameField(info, field.apiName) || namePath(field) !== undefined || kindOf(field) === 'email';
}

function namePath(field: FieldInfo): string | undefined {
    return kindOf(field) === 'link' ? referencedNamePath(field) : undefined;
}

function visible(info: ObjectInfo, fieldNames: string[]): FieldInfo[] {
    return fieldNames.map((name) => info.fields[name]).filter((field) => field !== undefined);
}
