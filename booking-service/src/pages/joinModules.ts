/** Sources of modules, by the name they import each other by. */
export type ModuleSources = ReadonlyMap<string, string>;

const IMPORT = /^import\s*\{([^}]*)\}\s*from\s*'([^']+)';?/gm;
const EXPORT = /^export\s+((?:async\s+)?(?:function|const|class)\s+(\w+))/gm;
const UNKNOWN_FORM = /^(?:import|export)\b.*/m;

/**
 * One script of an entry module and all that it imports: each runs once, after what it imports, in a scope of its own.
 * Knows the two forms our sources use, named imports and exports in front of what they export.
 * @throws Error naming the module, for any other form, for an import that is not there and for a circle of imports.
 */
export function joinModules(entry: string, sources: ModuleSources): string {
    const variables = new Map<string, string>();
    const parts: string[] = [];
    const add = (name: string, importers: readonly string[]): string => {
        const known = variables.get(name);
        if (known !== undefined) return known;
        const trail = [...importers, name];
        if (importers.includes(name)) throw new Error(`Modules import each other: ${trail.join(' > ')}.`);
        const source = sources.get(name);
        if (source === undefined) throw new Error(`There is no module ${trail.join(' > ')}.`);
        const body = inScope(name, source, (imported) => add(imported, trail));
        const variable = `module${String(variables.size)}`;
        variables.set(name, variable);
        parts.push(`const ${variable} = ${body};`);
        return variable;
    };
    add(entry, []);
    return parts.join('\n');
}

/** A module's source as a function that is called at once and answers with what the module exports. */
function inScope(name: string, source: string, variableOf: (imported: string) => string): string {
    const exported: string[] = [];
    const body = source
        .replaceAll(IMPORT, (_, names: string, imported: string) => {
            return `const {${names.replaceAll(' as ', ': ')}} = ${variableOf(imported)};`;
        })
        .replaceAll(EXPORT, (_, declaration: string, exportedName: string) => {
            exported.push(exportedName);
            return declaration;
        });
    const unknown = UNKNOWN_FORM.exec(body);
    if (unknown) throw new Error(`${name} cannot be joined with the others for: ${unknown[0]}`);
    return `(() => {\n${body}\nreturn { ${exported.join(', ')} };\n})()`;
}
