/** A metadata file that the dev org does not understand, or that a deploy would refuse. */
export class MetadataError extends Error {
    override readonly name = 'MetadataError';

    /** `source` is the file, from the project's folder. */
    constructor(source: string, message: string) {
        super(`${source}: ${message}`);
    }
}

/** Collects what is wrong with the metadata, so that one start names everything. */
export class Problems {
    readonly #messages: string[] = [];

    add(source: string, message: string): void {
        this.#messages.push(new MetadataError(source, message).message);
    }

    /** Runs `work`; a MetadataError is noted and answers undefined. */
    attempt<T>(work: () => T): T | undefined {
        try {
            return work();
        } catch (error) {
            if (!(error instanceof MetadataError)) throw error;
            this.#messages.push(error.message);
            return undefined;
        }
    }

    /** @throws Error naming every problem, one a line. */
    throwIfAny(): void {
        if (this.#messages.length === 0) return;
        throw new Error(`The metadata cannot be used:\n${this.#messages.map((message) => `  ${message}`).join('\n')}`);
    }
}
