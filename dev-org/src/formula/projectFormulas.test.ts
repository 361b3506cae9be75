import { loadProject } from '../metadata/loadProject.ts';
import type { FieldType } from '../schema/schema.ts';
import type { FormulaType } from './expression.ts';
import { compileFormula } from './index.ts';

const { schema } = loadProject(process.cwd());
const objects = [...schema.objects.values()];

/** What a formula has to give for a field of each type. */
const FORMULA_TYPES: Partial<Record<FieldType, FormulaType>> = {
    string: 'text',
    boolean: 'boolean',
    double: 'number',
    date: 'date',
    datetime: 'datetime'
};

const rules = objects.flatMap((object) =>
    object.validationRules.map((rule) => [`${object.name}.${rule.name}`, object.name, rule.condition] as const)
);
const formulaFields = objects.flatMap((object) =>
    [...object.fields.values()].flatMap((field) =>
        field.formula === undefined
            ? []
            : [[`${object.name}.${field.name}`, FORMULA_TYPES[field.type], object.name, field.formula] as const]
    )
);

describe('the formulas of this project', () => {
    it.each(rules)('compiles validation rule %s to a condition', (_, objectName, source) => {
        expect(compileFormula(source, { objectName, schema }).resultType).toBe('boolean');
    });

    it.each(formulaFields)('compiles formula field %s to %s', (_, type, objectName, source) => {
        expect(compileFormula(source, { objectName, schema }).resultType).toBe(type);
    });
});
