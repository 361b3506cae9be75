import type { XmlElement } from './xmlElement.ts';

/** What is wrong with a piece of metadata. */
export interface Problem {
    /** The file, from `force-app/main/default`. */
    source: string;
    message: string;
    /** Where in the file; absent when the whole file is meant. */
    at?: Pick<XmlElement, 'line' | 'column'>;
}

/** A metadata file that the dev org does not understand, or that a deploy would refuse. */
export class MetadataError extends Error {
    override readonly name = 'MetadataError';
    readonly problem: Problem;

    constructor(source: string, message: string, at?: Problem['at']) {
        const problem = { source, message, ...(at && { at }) };
        super(describeProblem(problem));
        this.problem = problem;
    }
}

/** `objects/Meeting__c/fields/Status__c.field-meta.xml:7: …` */
export function describeProblem({ source, message, at }: Problem): string {
    return `${source}${at ? `:${at.line}` : ''}: ${message}`;
}

/** Collects what is wrong with the metadata, so that one start names everything. */
export class Problems {
    readonly #list: Problem[] = [];

    get list(): readonly Problem[] {
        return this.#list;
    }

    add(source: string, message: string, at?: Problem['at']): void {
        this.#list.push({ source, message, ...(at && { at }) });
    }

    addAll(problems: Problem[]): void {
        this.#list.push(...problems);
    }

    /** Runs `work`; a MetadataError is noted and answers undefined. */
    attempt<T>(work: () => T): T | undefined {
        try {
            return work();
        } catch (error) {
            if (!(error instanceof MetadataError)) throw error;
            this.#list.push(error.problem);
            return undefined;
        }
    }

    /** @throws Error naming every problem, one a line. */
    throwIfAny(): void {
        if (this.#list.length === 0) return;
        const lines = [...new Set(this.#list.map((problem) => `  ${describeProblem(problem)}`))];
        throw new Error(`The metadata cannot be used:\n${lines.join('\n')}`);
    }
}
