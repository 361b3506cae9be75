import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, validate } from 'graphql';
import { loadProject } from '../metadata/loadProject.ts';
import { buildGraphqlSchema } from './schemaBuilder.ts';

const COMPONENTS = 'force-app/main/default/lwc';

/** Every query written whole in a component, with the file it stands in. */
function componentQueries(): [file: string, query: string][] {
    const files = readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' }).filter(
        (file) => file.endsWith('.ts') && !file.includes('__tests__')
    );
    return files.flatMap((file) => {
        const source = readFileSync(join(COMPONENTS, file), 'utf8');
        const queries = [...source.matchAll(/\bgql`([^`$]*(?:\$(?!\{)[^`$]*)*)`/g)];
        return queries.map(([, query = '']): [string, string] => [file, query]);
    });
}

describe('the queries of the components', () => {
    const schema = buildGraphqlSchema(loadProject(process.cwd()).schema);

    it.each(componentQueries())('fits the schema: %s', (_, query) => {
        expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
    });
});
