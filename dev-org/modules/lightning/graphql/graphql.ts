/** The UI API's GraphQL, as `lightning/graphql` does in an org. */
import type { FetchError } from 'lightning/uiRecordApi';
import { rest } from '../../platform/http';

interface Answer {
    data: unknown;
    errors: { message: string }[] | undefined;
}

interface Config {
    query?: string | undefined;
    variables?: Record<string, unknown> | undefined;
    operationName?: string | undefined;
}

/** The query's text; values put into it are queries too (fragments). */
export function gql(parts: TemplateStringsArray, ...values: unknown[]): string {
    return parts.reduce((text, part, index) => text + part + String(values[index] ?? ''), '');
}

/** Wire: the answer to a query; asked again when its configuration changes or `refresh` is called. */
export class graphql {
    private readonly report: (value: Answer & { refresh: () => Promise<void> }) => void;
    private config: Config = {};
    private latest = 0;

    constructor(report: (value: unknown) => void) {
        this.report = report;
        this.tell({ data: undefined, errors: undefined });
    }

    // LWC follows every connect with an update.
    connect(): void {}

    disconnect(): void {
        this.latest++;
    }

    update(config: Config): void {
        this.config = config;
        if (config.query) void this.run();
    }

    private async run(): Promise<void> {
        const mine = ++this.latest;
        const answer = await ask(this.config);
        if (mine === this.latest) this.tell(answer);
    }

    private tell(answer: Answer): void {
        this.report({ ...answer, refresh: () => this.run() });
    }
}

/** @throws Error always: the dev org answers queries only */
export async function executeMutation(): Promise<never> {
    throw new Error('The dev org does not support GraphQL mutations. Use createRecord, updateRecord or deleteRecord.');
}

async function ask({ query, variables, operationName }: Config): Promise<Answer> {
    try {
        const body = { query, variables, operationName };
        const { data, errors } = await rest<{ data: unknown; errors?: { message: string }[] }>({
            method: 'POST',
            path: '/graphql',
            body
        });
        return errors?.length ? { data: undefined, errors } : { data, errors: undefined };
    } catch (error) {
        return { data: undefined, errors: [{ message: messageOf(error as FetchError) }] };
    }
}

function messageOf({ body, statusText }: FetchError): string {
    const first = Array.isArray(body) ? body[0] : body;
    return first?.message ?? statusText ?? 'The query failed.';
}
