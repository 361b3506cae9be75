/** A parsed formula, before names and types are checked. `at` is the offset in the source. */
export type Node =
    | { kind: 'text'; value: string; at: number }
    | { kind: 'number'; value: number; at: number }
    | { kind: 'boolean'; value: boolean; at: number }
    | { kind: 'null'; at: number }
    | { kind: 'reference'; path: string[]; at: number }
    | { kind: 'call'; name: string; arguments: Node[]; at: number }
    | { kind: 'unary'; operator: UnaryOperator; operand: Node; at: number }
    | { kind: 'binary'; operator: BinaryOperator; left: Node; right: Node; at: number };

export type UnaryOperator = '-' | '+' | 'NOT';

export type BinaryOperator = '||' | '&&' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '+' | '-' | '&' | '*' | '/' | '^';
