import { rest } from './http';

/** A row as the query resource answers it; parents are nested rows. */
export type QueryRow = { Id: string } & Record<string, unknown>;

/** Runs a query as the running user. @throws FetchError */
export async function query(soql: string): Promise<QueryRow[]> {
    const { records } = await rest<{ records: QueryRow[] }>({ path: `/query?q=${encodeURIComponent(soql)}` });
    return records;
}

/** A text as a SOQL literal. */
export function literal(text: string): string {
    return `'${text.replace(/['\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;
}

/** The value at a path such as `Owner.Name`; undefined when a parent on the way is empty. */
export function valueAt(row: QueryRow, path: string): unknown {
    return path
        .split('.')
        .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row);
}
