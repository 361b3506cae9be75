export { compileFormula, FORMULA_FUNCTIONS } from './compiler.ts';
export type { CompiledFormula } from './compiler.ts';
export { FormulaError } from './formulaError.ts';
export type { FormulaRecord } from './formulaRecord.ts';
export type { FormulaContext } from './references.ts';
