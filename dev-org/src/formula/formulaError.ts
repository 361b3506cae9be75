/** A formula that cannot be compiled. The message names the culprit and says where it stands. */
export class FormulaError extends Error {
    override readonly name = 'FormulaError';
    /** Offset in the source, from 0. */
    readonly at: number;

    constructor(message: string, source: string, at: number) {
        super(`${message} (${place(source, at)})`);
        this.at = at;
    }
}

/** What goes wrong before the source is known; `compileFormula` turns it into a FormulaError. */
export class FormulaFault extends Error {
    override readonly name = 'FormulaFault';
    readonly at: number;

    constructor(message: string, at: number) {
        super(message);
        this.at = at;
    }
}

function place(source: string, at: number): string {
    const lines = source.slice(0, at).split('\n');
    return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}
