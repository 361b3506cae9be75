import type { ApiUsage } from '../http/apiUsage.ts';
import type { Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { batchRoutes } from './batch.ts';
import { changeRoutes } from './changes.ts';
import { collectionRoutes } from './collections.ts';
import { compositeRoutes } from './composite.ts';
import { describeRoutes } from './describe.ts';
import { externalIdRoutes } from './externalIds.ts';
import { limitRoutes } from './limits.ts';
import { queryRoutes } from './query.ts';
import { sobjectRowRoutes } from './sobjectRows.ts';
import { treeRoutes } from './tree.ts';
import { unsupportedRoutes } from './unsupported.ts';
import { versionRoutes } from './versions.ts';

/** The REST API, a file for each resource. What is not here answers 501, never an empty success. */
export function restRoutes(org: OrgContext, usage: ApiUsage): Route[] {
    const resources = [
        ...sobjectRowRoutes(org),
        ...externalIdRoutes(org),
        ...describeRoutes(org),
        ...changeRoutes(org),
        ...collectionRoutes(org),
        ...queryRoutes(org),
        ...limitRoutes(usage)
    ];
    return [
        ...versionRoutes(org.project.apiVersion),
        ...resources,
        ...treeRoutes(org),
        ...compositeRoutes(org, resources),
        ...batchRoutes(resources, usage),
        ...unsupportedRoutes()
    ];
}
