import type { PicklistValue } from '../schema/schema.ts';
import { documentsOf } from './documents.ts';
import { readPicklistValue } from './picklistValue.ts';
import type { Problems } from './problems.ts';
import { expectRoot } from './xml.ts';
import type { Documents } from './xmlElement.ts';

/** Values that several picklists share, by the name of the set. */
export type GlobalValueSets = ReadonlyMap<string, PicklistValue[]>;

const FOLDER = 'globalValueSets';
const SUFFIX = '.globalValueSet-meta.xml';

/** Reads every `GlobalValueSet`; what is wrong goes to `problems`. */
export function readGlobalValueSets(documents: Documents, problems: Problems): GlobalValueSets {
    const sets = new Map<string, PicklistValue[]>();
    for (const [name, root] of documentsOf(documents, FOLDER, SUFFIX)) {
        const source = `${FOLDER}/${name}${SUFFIX}`;
        const values = problems.attempt(() => {
            const xml = expectRoot(root, source, 'GlobalValueSet');
            xml.expectOnly(['customValue', 'description', 'masterLabel', 'sorted']);
            xml.requireText('masterLabel');
            return xml.children('customValue').map(readPicklistValue);
        });
        if (values) sets.set(name, values);
        for (const message of valueProblems(values ?? [])) problems.add(source, message);
    }
    return sets;
}

/** What a deploy refuses in a list of values. */
export function valueProblems(values: Pick<PicklistValue, 'value' | 'isDefault'>[]): string[] {
    const names = new Set(values.map(({ value }) => value.toLowerCase()));
    return [
        ...(names.size < values.length ? ['a picklist value is doubled'] : []),
        ...(values.filter(({ isDefault }) => isDefault).length > 1 ? ['a picklist has one default at most'] : [])
    ];
}
