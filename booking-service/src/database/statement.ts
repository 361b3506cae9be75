import type pg from 'pg';

/** Whatever can run a query: the pool, or one connection of it. */
export type QueryRunner = Pick<pg.Pool, 'query'>;

/**
 * A query that each connection parses and plans once: on hot paths that is half of what a small query costs.
 * It must name its columns. A prepared `select *` fails on every connection after a migration adds one.
 */
export class Statement<Row extends pg.QueryResultRow> {
    private readonly name: string;
    private readonly text: string;

    /** @param name unique in the service; shows in the server's view `pg_prepared_statements` */
    constructor(name: string, text: string) {
        this.name = name;
        this.text = text;
    }

    async run(runner: QueryRunner, values: unknown[] = []): Promise<Row[]> {
        const { rows } = await runner.query<Row>({ name: this.name, text: this.text, values });
        return rows;
    }
}
