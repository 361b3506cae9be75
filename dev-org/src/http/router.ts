import type { Route } from './route.ts';

export interface RouteMatch {
    route: Route;
    /** Decoded. */
    params: Record<string, string>;
}

/** Finds routes by method and path; a literal part wins over a named one, whatever the order of the table. */
export class Router {
    readonly #routes: { route: Route; parts: string[] }[];

    constructor(routes: Route[]) {
        this.#routes = routes
            .map((route) => ({ route, parts: route.pattern.split('/').slice(1) }))
            .sort((a, b) => comparePatterns(a.parts, b.parts));
    }

    /** Methods that a path knows, when it is one of a resource that is served. */
    methodsOf(path: string): string[] {
        const parts = path.split('/').slice(1);
        const matching = this.#routes.filter(
            ({ route, parts: pattern }) => route.method !== '*' && matchParts(pattern, parts)
        );
        return [...new Set(matching.map(({ route }) => route.method))];
    }

    find(method: string, path: string): RouteMatch | undefined {
        const parts = path.split('/').slice(1);
        for (const candidate of this.#routes) {
            if (candidate.route.method !== method && candidate.route.method !== '*') continue;
            const params = matchParts(candidate.parts, parts);
            if (params) return { route: candidate.route, params };
        }
        return undefined;
    }
}

const rank = (part: string | undefined): number => {
    if (part === undefined) return 0;
    if (part.startsWith('*')) return 3;
    return part.startsWith(':') ? 2 : 1;
};

function comparePatterns(a: string[], b: string[]): number {
    for (let position = 0; position < Math.max(a.length, b.length); position += 1) {
        const difference = rank(a[position]) - rank(b[position]);
        if (difference !== 0) return difference;
    }
    return 0;
}

function matchParts(pattern: string[], parts: string[]): Record<string, string> | undefined {
    const params: Record<string, string> = {};
    for (const [position, expected] of pattern.entries()) {
        if (expected.startsWith('*')) {
            params[expected.slice(1)] = parts.slice(position).join('/');
            return params;
        }
        const part = parts[position];
        if (part === undefined) return undefined;
        if (expected.startsWith(':')) {
            const value = decode(part);
            if (value === undefined || value === '') return undefined;
            params[expected.slice(1)] = value;
        } else if (part !== expected) return undefined;
    }
    return pattern.length === parts.length ? params : undefined;
}

function decode(part: string): string | undefined {
    try {
        return decodeURIComponent(part);
    } catch {
        // Not valid percent-encoding: no such resource.
        return undefined;
    }
}
