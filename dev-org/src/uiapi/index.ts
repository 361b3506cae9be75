import type { Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { objectInfoRoutes } from './objectInfoRoutes.ts';
import { recordDefaultsRoutes } from './recordDefaults.ts';
import { recordRoutes } from './recordRoutes.ts';
import { relatedListInfoRoutes } from './relatedListInfo.ts';
import { relatedListRoutes } from './relatedLists.ts';

/** The UI API: what `lightning/uiRecordApi`, `lightning/uiRelatedListApi` and `lightning/uiObjectInfoApi` call. */
export function uiapiRoutes(org: Pick<OrgContext, 'schema' | 'store' | 'access' | 'project'>): Route[] {
    return [
        ...recordRoutes(org),
        ...objectInfoRoutes(org),
        ...recordDefaultsRoutes(org),
        ...relatedListRoutes(org),
        ...relatedListInfoRoutes({ ...org, documents: org.project.documents })
    ];
}
