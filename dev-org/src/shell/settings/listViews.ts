import { columnField } from '../../metadata/columnNames.ts';
import type { ListView } from '../../metadata/project.ts';
import type { ObjectSchema } from '../../schema/schema.ts';
import type { ShellListView } from '../../../modules/shellSettings.ts';

/** Columns of the lists that standard objects have without any metadata. */
const STANDARD_COLUMNS: Record<string, string[]> = {
    Account: ['Name', 'Phone', 'Industry', 'BillingCity', 'OwnerId'],
    Case: ['CaseNumber', 'Subject', 'ContactId', 'Status', 'Priority', 'OwnerId'],
    Contact: ['Name', 'AccountId', 'Title', 'Email', 'Phone', 'OwnerId'],
    Event: ['Subject', 'StartDateTime', 'EndDateTime', 'Location', 'OwnerId'],
    Lead: ['Name', 'Company', 'Title', 'Email', 'Phone', 'Status', 'OwnerId'],
    Opportunity: ['Name', 'AccountId', 'StageName', 'Amount', 'CloseDate', 'OwnerId'],
    User: ['Name', 'Title', 'Email', 'TimeZoneSidKey', 'IsActive']
};

/** An object's list views; an object without any has "All", and "My …" where records have owners. */
export function shellListViews(object: ObjectSchema, listViews: ListView[]): ShellListView[] {
    const declared = listViews.filter(({ objectName }) => objectName === object.name);
    const views = declared.map((view) => toShellListView(object, view));
    if (views.length === 0) views.push(allRecords(object));
    const mine = views.some(({ isMine }) => isMine);
    const [first] = views;
    if (object.hasOwner && !mine && first) {
        views.push({ ...first, name: 'Mine', label: `My ${object.pluralLabel}`, isMine: true });
    }
    return views;
}

function toShellListView(object: ObjectSchema, view: ListView): ShellListView {
    if (view.filters.length > 0) {
        throw new Error(`The dev org does not support filters in list views: ${object.name}.${view.name}.`);
    }
    const columns = view.columns.map(columnField);
    return { name: view.name, label: view.label, isMine: view.filterScope === 'Mine', columns };
}

function allRecords(object: ObjectSchema): ShellListView {
    const columns = STANDARD_COLUMNS[object.name] ?? [object.nameField, ...customColumns(object)];
    const known = columns.filter((name) => object.field(name));
    return { name: 'All', label: `All ${object.pluralLabel}`, isMine: false, columns: known };
}

function customColumns(object: ObjectSchema): string[] {
    const fields = [...object.fields.values()].filter(({ isCustom, isFilterable }) => isCustom && isFilterable);
    const columns = fields.slice(0, 6).map(({ name }) => name);
    return object.hasOwner ? [...columns, 'OwnerId'] : columns;
}
