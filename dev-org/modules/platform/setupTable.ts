import type { FieldKind } from './fieldView';

/** A column of a table in Setup. A link leads to the row's `url`. */
export interface SetupColumn {
    label: string;
    /** Where a row has the value. */
    name: string;
    /** Text unless told otherwise. */
    kind?: FieldKind;
}
