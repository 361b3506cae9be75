import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Kysely, KyselyPlugin } from 'kysely';
import ts from 'typescript';
import type { DatabaseConnection } from '../src/database/database.ts';
import type { Database } from '../src/database/tables.ts';

const SOURCE = path.join(import.meta.dirname, '..', 'src');
const BUILDERS = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom'];
const DEEPEST_STACK = 60;

/** A query as it stands in the source of the service. */
export interface QuerySite {
    /** Below `src`, with the line it begins at: `outbox/outboxStore.ts:47`. */
    place: string;
    file: string;
    firstLine: number;
    /** Where the last call that runs it may stand. */
    lastLine: number;
    /** Of a prepared statement: by it the server, and the pool, know it. */
    statement: string | undefined;
    text: string;
}

/** Every query in the source of the service: `sql` templates, Kysely's builders, prepared statements. */
export function findQuerySites(): QuerySite[] {
    return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .flatMap((file) => sitesOf(file.replaceAll(path.sep, '/')));
}

function sitesOf(file: string): QuerySite[] {
    const source = ts.createSourceFile(
        file,
        readFileSync(path.join(SOURCE, file), 'utf8'),
        ts.ScriptTarget.Latest,
        true
    );
    const sites: QuerySite[] = [];
    const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
    const visit = (node: ts.Node): void => {
        const found = queryAt(node);
        if (!found) return ts.forEachChild(node, visit);
        const [firstLine, lastLine] = [lineOf(found.node.getStart()), lineOf(scopeOf(found.node).getEnd())];
        const text = found.node.getText();
        sites.push({ place: `${file}:${firstLine}`, file, firstLine, lastLine, statement: found.statement, text });
        return undefined;
    };
    visit(source);
    return sites;
}

/** A query that gets a name may be run anywhere in its block. */
function scopeOf(query: ts.Node): ts.Node {
    if (!ts.isVariableDeclaration(query.parent)) return query;
    return query.parent.parent.parent.parent;
}

function queryAt(node: ts.Node): { node: ts.Node; statement?: string } | undefined {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Statement') {
        const [name] = node.arguments ?? [];
        return name && ts.isStringLiteral(name) ? { node, statement: name.text } : undefined;
    }
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql')
        return isWhole(node) ? { node } : undefined;
    // The outermost call of a chain comes first, so all of its text belongs to the site.
    if (!ts.isCallExpression(node) || !isChainOfBuilder(node)) return undefined;
    return { node };
}

/** A fragment of a larger query, such as one condition, stands inside that one or in a helper. */
function isWhole({ template }: ts.TaggedTemplateExpression): boolean {
    const text = ts.isNoSubstitutionTemplateLiteral(template) ? template.text : template.head.text;
    return /^\s*(select|insert|update|delete|with)\b/i.test(text);
}

function isChainOfBuilder(call: ts.CallExpression): boolean {
    for (let at: ts.Expression = call; ts.isCallExpression(at);) {
        if (!ts.isPropertyAccessExpression(at.expression)) return false;
        if (BUILDERS.includes(at.expression.name.text)) return true;
        at = at.expression.expression;
    }
    return false;
}

/** Hears which queries are run: by line of the source, or by name where they are prepared. */
export class QueryRecorder {
    private readonly lines = new Set<string>();
    private readonly statements = new Set<string>();

    /** The same connection; whatever runs over it is heard. */
    listenTo<Connection extends DatabaseConnection>(connection: Connection): Connection {
        const { pool } = connection;
        const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
        const heard = (...args: unknown[]): unknown => {
            const [config] = args as [{ name?: string }];
            if (config.name !== undefined) this.statements.add(config.name);
            return query(...args);
        };
        Object.assign(pool, { query: heard });
        const db: Kysely<Database> = connection.db.withPlugin(this.plugin());
        return { ...connection, db };
    }

    hasRun({ file, firstLine, lastLine, statement }: QuerySite): boolean {
        if (statement !== undefined) return this.statements.has(statement);
        for (let line = firstLine; line <= lastLine; line += 1) if (this.lines.has(`${file}:${line}`)) return true;
        return false;
    }

    private plugin(): KyselyPlugin {
        return {
            transformQuery: ({ node }) => {
                this.noteCallers();
                return node;
            },
            transformResult: ({ result }) => Promise.resolve(result)
        };
    }

    /** Kysely compiles a query in the very call that runs it. */
    private noteCallers(): void {
        const { stackTraceLimit } = Error;
        Error.stackTraceLimit = DEEPEST_STACK;
        const { stack = '' } = new Error();
        Error.stackTraceLimit = stackTraceLimit;
        for (const [, file = '', line = ''] of stack.matchAll(/booking-service\/src\/([\w/]+\.ts):(\d+):\d+/g)) {
            this.lines.add(`${file}:${line}`);
        }
    }
}
