import type { Route } from '../http/route.ts';
import { notSupported } from '../salesforceError.ts';

/** Resources that a real org has and the dev org does not, with what they are for; all else under them is refused too. */
const RESOURCES: [path: string, what: string][] = [
    ['search', 'SOSL searches'],
    ['parameterizedSearch', 'searches without SOSL'],
    ['composite/graph', 'composite graphs'],
    ['sobjects/:object/describe/layouts', 'page layouts'],
    ['sobjects/:object/describe/compactLayouts', 'compact layouts'],
    ['sobjects/:object/describe/approvalLayouts', 'approval layouts'],
    ['sobjects/:object/quickActions', 'quick actions of an object'],
    ['sobjects/:object/listviews', 'list views over REST'],
    ['jobs', 'Bulk API 2.0'],
    ['async-queries', 'asynchronous queries'],
    ['tooling', 'the Tooling API'],
    ['analytics', 'reports and dashboards'],
    ['chatter', 'Chatter'],
    ['connect', 'the Connect API'],
    ['process', 'approval processes'],
    ['actions', 'invocable actions'],
    ['quickActions', 'global quick actions'],
    ['recent', 'recently viewed records'],
    ['theme', 'icons of tabs'],
    ['tabs', 'tabs'],
    ['appMenu', 'the app menu'],
    ['support', 'knowledge'],
    ['event', 'platform events'],
    ['ui-api/layout', 'page layouts in the UI API'],
    ['ui-api/record-ui', 'records with their layouts'],
    ['ui-api/record-defaults/clone', 'defaults of a clone'],
    ['ui-api/list-ui', 'list views in the UI API'],
    ['ui-api/lookups', 'look-up suggestions'],
    ['ui-api/actions', 'actions of a page'],
    ['ui-api/apps', 'apps in the UI API'],
    ['ui-api/favorites', 'favourites']
];

/** Says 501 by name for what is left out, so that nothing is answered with an empty success. */
export function unsupportedRoutes(): Route[] {
    const named = RESOURCES.flatMap(([path, what]) => [
        refuse(`/services/data/:version/${path}`, what),
        refuse(`/services/data/:version/${path}/*rest`)
    ]);
    const families = [
        refuse('/services/Soap/*rest', 'the SOAP APIs'),
        refuse('/services/apexrest/*rest', 'REST resources in Apex'),
        refuse('/cometd/*rest', 'the Streaming API')
    ];
    return [...named, ...families, refuse('/services/*rest')];
}

function refuse(pattern: string, about?: string): Route {
    return {
        ...{ method: '*', pattern, isUnsupported: true },
        ...(about !== undefined && { about }),
        handle({ method, path }) {
            throw notSupported(about === undefined ? `${method} ${path}` : `${about}: ${method} ${path}`);
        }
    };
}
