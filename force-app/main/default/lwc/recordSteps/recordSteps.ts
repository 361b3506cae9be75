import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';

/** A change and the way back from it. */
export interface Step {
    run: () => Promise<void>;
    undo: () => Promise<void>;
}

/** Field values by API name. */
export type Fields = Record<string, unknown>;

/** A record of a list that is edited as a whole; without `id` it is yet to be made. */
export interface Row {
    id?: string | undefined;
    fields: Fields;
}

/** Changes were not saved; `cause` is the first failure. */
export class StepsError extends Error {
    /** Whether everything done before the failure was taken back. */
    readonly isUndone: boolean;

    constructor(cause: unknown, isUndone: boolean) {
        super('The changes were not saved.', { cause });
        this.isUndone = isUndone;
    }
}

/**
 * Takes steps one after the other, or none: Salesforce's record API knows no transaction over several records, so
 * what is done before a failure is taken back.
 * @throws StepsError
 */
export async function runSteps(steps: Step[]): Promise<void> {
    const done: Step[] = [];
    try {
        for (const step of steps) {
            // eslint-disable-next-line no-await-in-loop -- Later steps build on earlier ones.
            await step.run();
            done.unshift(step);
        }
    } catch (error) {
        throw new StepsError(error, await undo(done));
    }
}

/** Makes a record; `onMade` learns its id. */
export function creation(apiName: string, fields: () => Fields, onMade?: (id: string) => void): Step {
    let madeId = '';
    return {
        run: async () => {
            madeId = (await createRecord({ apiName, fields: fields() })).id;
            onMade?.(madeId);
        },
        undo: () => deleteRecord(madeId)
    };
}

/** Changes fields of a record from `before`. */
export function change(id: string, fields: Fields, before: Fields): Step {
    return {
        run: () => update(id, fields),
        undo: () => update(id, before)
    };
}

/**
 * What turns the rows of a list into others: new ones first, so that the list is never empty in between.
 * `parent` gives the fields that tie a new row to its list.
 */
export function rowSteps(apiName: string, wanted: Row[], original: Row[], parent: () => Fields): Step[] {
    const isKept = ({ id }: Row): boolean => wanted.some((row) => row.id === id);
    const make = (row: Row): Step => creation(apiName, () => ({ ...parent(), ...row.fields }));
    return [
        ...wanted.filter(({ id }) => id === undefined).map(make),
        ...original.flatMap((row) => changeOf(row, wanted)),
        ...original.filter((row) => !isKept(row)).map((row) => deletion(row, make(row)))
    ];
}

function changeOf({ id, fields }: Row, wanted: Row[]): Step[] {
    const next = wanted.find((row) => row.id === id);
    const isSame = Object.entries(next?.fields ?? {}).every(([name, value]) => fields[name] === value);
    return id === undefined || next === undefined || isSame ? [] : [change(id, next.fields, fields)];
}

/** A deleted record comes back under another id. */
function deletion({ id = '' }: Row, remake: Step): Step {
    return { run: () => deleteRecord(id), undo: remake.run };
}

async function update(id: string, fields: Fields): Promise<void> {
    await updateRecord({ fields: { Id: id, ...fields } });
}

async function undo(done: Step[]): Promise<boolean> {
    let isUndone = true;
    for (const step of done) {
        try {
            // eslint-disable-next-line no-await-in-loop -- In reverse order, as the steps build on each other.
            await step.undo();
        } catch {
            // The failure that matters is the first one; the caller learns that something is left.
            isUndone = false;
        }
    }
    return isUndone;
}
