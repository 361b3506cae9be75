import { setImmediate } from 'node:timers/promises';
import { compileFormula, FormulaError } from '../formula/index.ts';
import { loadMetadata } from '../metadata/loadMetadata.ts';
import { Problems } from '../metadata/problems.ts';
import type { Problem } from '../metadata/problems.ts';
import { componentProblems } from '../metadata/rules/index.ts';
import { validateDocument } from '../metadata/rules/validateDocument.ts';
import type { Documents, XmlElement } from '../metadata/xmlElement.ts';
import { first } from '../metadata/xmlElement.ts';
import type { Schema } from '../schema/schema.ts';
import type { Archive } from './archive.ts';
import { bundleFailures } from './bundleRules.ts';
import type { Component, ComponentFailure } from './component.ts';
import { keyOf } from './component.ts';
import { mergeDocuments } from './mergeDocuments.ts';
import type { IsPlatformModule } from './platformModules.ts';

/** What the org would be after a deployment, and why it cannot be. */
export interface Validation {
    documents: Documents;
    failures: ComponentFailure[];
}

/**
 * Checks an archive against what the org has: as documents, as a schema, formula by formula, bundle by bundle.
 * Gives way between bundles; `isCanceled` is asked there.
 */
export async function validateDeployment(
    archive: Archive,
    org: Documents,
    { isPlatformModule, isCanceled }: { isPlatformModule: IsPlatformModule; isCanceled: () => boolean }
): Promise<Validation> {
    const documents = mergeDocuments(org, archive.documents);
    const unparsable = new Set<string>();
    const failures = [...archive.documents].flatMap(([source, root]) =>
        validateDocument(root).map(({ message, at }) => {
            unparsable.add(source);
            return failureOf({ source, message, at }, archive);
        })
    );
    // What does not parse is said once, not again by every rule that stumbles over it.
    const { schema, problems } = checkSchema(documents);
    const rest = problems.filter(({ source }) => !unparsable.has(source));
    failures.push(...rest.map((problem) => failureOf(problem, archive)));
    const bundles = bundleNames(documents, archive);
    for (const [name, files] of archive.bundles) {
        if (isCanceled()) break;
        failures.push(...bundleFailures(name, files, { schema, bundles, isPlatformModule }));
        await setImmediate();
    }
    return { documents, failures: distinct([...archive.failures, ...failures]) };
}

function checkSchema(documents: Documents): { schema: Schema; problems: Problem[] } {
    const problems = new Problems();
    const { schema } = loadMetadata(documents, problems);
    return {
        schema,
        problems: [...problems.list, ...componentProblems(documents), ...formulaProblems(schema, documents)]
    };
}

function formulaProblems(schema: Schema, documents: Documents): Problem[] {
    return [...schema.objects.values()].flatMap((object) => [
        ...[...object.fields.values()].flatMap(({ formula, source }) =>
            formula !== undefined && source !== undefined
                ? formulaProblem(formula, { object: object.name, source, element: 'formula' }, schema, documents)
                : []
        ),
        ...object.validationRules.flatMap(({ condition, source }) =>
            formulaProblem(
                condition,
                { object: object.name, source, element: 'errorConditionFormula' },
                schema,
                documents
            )
        )
    ]);
}

function formulaProblem(
    formula: string,
    { object, source, element }: { object: string; source: string; element: string },
    schema: Schema,
    documents: Documents
): Problem[] {
    try {
        compileFormula(formula, { objectName: object, schema });
        return [];
    } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        const document = documents.get(source);
        const at: XmlElement | undefined = first(document, element) ?? document;
        return [{ source, message: error.message, ...(at && { at }) }];
    }
}

function bundleNames(documents: Documents, archive: Archive): Set<string> {
    const inOrg = [...documents.keys()].flatMap((source) => /^lwc\/([^/]+)\//.exec(source)?.[1] ?? []);
    return new Set([...inOrg, ...archive.bundles.keys()]);
}

/** A problem of something that was not deployed is a problem of the org, named by its file. */
function failureOf({ source, message, at }: Problem, archive: Archive): ComponentFailure {
    const component: Component = archive.componentOf.get(source) ?? {
        type: '',
        fullName: source.replace(/^.*\//, '').replace(/\.[\w-]+-meta\.xml$/, ''),
        fileName: source.replace(/-meta\.xml$/, '')
    };
    return { component, problem: message, at };
}

/** Two rules may say the same, and a field of Activity is a field of both Event and Task. */
function distinct(failures: ComponentFailure[]): ComponentFailure[] {
    const seen = new Map(
        failures.map((failure) => [`${keyOf(failure.component)} ${failure.problem} ${failure.at?.line ?? ''}`, failure])
    );
    return [...seen.values()];
}
