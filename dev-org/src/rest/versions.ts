import { json } from '../http/route.ts';
import type { Route } from '../http/route.ts';

const OLDEST = 31;
const RESOURCES = ['sobjects', 'query', 'queryAll', 'composite', 'limits', 'ui-api', 'graphql'];

/** The API versions there are, and the resources of one. */
export function versionRoutes(newest: string): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/services/data',
            about: 'the API versions',
            isPublic: true,
            handle() {
                const versions = Array.from(
                    { length: Number(newest) - OLDEST + 1 },
                    (_, offset) => `${OLDEST + offset}.0`
                );
                return json(
                    versions.map((version) => ({
                        label: `Version ${version}`,
                        url: `/services/data/v${version}`,
                        version
                    }))
                );
            }
        },
        {
            method: 'GET',
            pattern: '/services/data/:version',
            about: 'the resources of a version',
            handle: ({ apiVersion }) =>
                json(Object.fromEntries(RESOURCES.map((name) => [name, `/services/data/v${apiVersion}/${name}`])))
        }
    ];
}
