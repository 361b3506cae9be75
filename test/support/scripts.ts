/** Scripts that npm runs without `run`. */
const SHORTHANDS = ['start', 'test'];

/** Names of the npm scripts a text tells people to run: `npm start`, `npm run lint`, `npm run -s link -- …`. */
export function scriptsNamedIn(text: string): string[] {
    const run = [...text.matchAll(/\bnpm run (?:-s |--silent )?([a-z][a-z0-9:-]*)/g)].map(([, name = '']) => name);
    const shorthand = SHORTHANDS.filter((name) => new RegExp(`\\bnpm ${name}\\b`).test(text));
    return [...new Set([...run, ...shorthand])];
}
