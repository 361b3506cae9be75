import { compileFormula } from '../formula/index.ts';
import type { CompiledFormula, FormulaRecord } from '../formula/index.ts';
import { SalesforceError } from '../salesforceError.ts';
import type { FieldValue, ObjectSchema, Schema, ValidationRule } from '../schema/schema.ts';
import type { Row } from './recordStore.ts';
import type { Tables } from './tables.ts';

interface CompiledRule {
    rule: ValidationRule;
    condition: CompiledFormula;
}

/** Formula fields and validation rules of every object, compiled once. */
export class Formulas {
    readonly #schema: Schema;
    readonly #tables: Tables;
    readonly #now: () => number;
    readonly #fields = new Map<string, CompiledFormula>();
    readonly #rules = new Map<string, CompiledRule[]>();

    /** @throws Error naming every formula that does not compile, with its file */
    constructor(schema: Schema, tables: Tables, now: () => number) {
        this.#schema = schema;
        this.#tables = tables;
        this.#now = now;
        const problems: string[] = [];
        for (const object of schema.objects.values()) this.#compile(object, problems);
        if (problems.length > 0) throw new Error(`Formulas cannot be used:\n${problems.join('\n')}`);
    }

    /** The value of any field of a stored record, formulas computed now. */
    value(object: ObjectSchema, row: Row, fieldName: string): FieldValue {
        const compiled = this.#fields.get(`${object.name}.${fieldName}`);
        return compiled ? compiled.evaluate(this.#record(object, row, undefined)) : (row[fieldName] ?? null);
    }

    /** @throws SalesforceError FIELD_CUSTOM_VALIDATION_EXCEPTION of the first rule that fails */
    checkRules(object: ObjectSchema, row: Row, prior: Row | undefined): void {
        for (const { rule, condition } of this.#rules.get(object.name) ?? []) {
            if (condition.evaluate(this.#record(object, row, prior, true)) !== true) continue;
            throw new SalesforceError(
                'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                rule.message,
                rule.errorField === undefined ? [] : [rule.errorField]
            );
        }
    }

    #compile(object: ObjectSchema, problems: string[]): void {
        const compile = (source: string, where: string): CompiledFormula | undefined => {
            try {
                return compileFormula(source, { objectName: object.name, schema: this.#schema });
            } catch (error) {
                problems.push(`  ${where}: ${error instanceof Error ? error.message : String(error)}`);
                return undefined;
            }
        };
        for (const field of object.fields.values()) {
            const compiled = field.formula && compile(field.formula, field.source ?? `${object.name}.${field.name}`);
            if (compiled) this.#fields.set(`${object.name}.${field.name}`, compiled);
        }
        const rules = object.validationRules.flatMap((rule) => {
            const condition = compile(rule.condition, rule.source);
            return condition ? [{ rule, condition }] : [];
        });
        this.#rules.set(object.name, rules);
    }

    /** `isSave`: ISNEW, ISCHANGED and PRIORVALUE speak of the save that is under way. */
    #record(object: ObjectSchema, row: Row, prior: Row | undefined, isSave = false): FormulaRecord {
        const own = (fieldName: string): FieldValue => this.#field(object, row, fieldName);
        const before = (fieldName: string): FieldValue =>
            isSave && prior ? this.#field(object, prior, fieldName) : own(fieldName);
        return {
            value: (path) => this.#follow(object, row, path),
            priorValue: before,
            isNew: isSave && !prior,
            isChanged: (fieldName) => isSave && prior !== undefined && own(fieldName) !== before(fieldName),
            now: this.#now(),
            customMetadata: ([type = '', record = '', field = '']) =>
                this.#schema.customMetadata.get(type)?.get(record)?.[field] ?? null
        };
    }

    #follow(object: ObjectSchema, row: Row, path: string[]): FieldValue {
        const [first = '', ...rest] = path;
        if (rest.length === 0) return this.#field(object, row, first);
        const reference = object.fieldOfRelationship(first);
        const parentId = reference && row[reference.name];
        if (typeof parentId !== 'string') return null;
        const parent = this.#schema.objectOfId(parentId);
        const parentRow = parent && this.#tables.get(parent, parentId);
        return parent && parentRow ? this.#follow(parent, parentRow, rest) : null;
    }

    #field(object: ObjectSchema, row: Row, fieldName: string): FieldValue {
        const field = object.field(fieldName);
        return field ? this.value(object, row, field.name) : null;
    }
}
