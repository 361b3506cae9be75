import { json } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { Deployments } from './deployments.ts';
import { deployResult } from './deployResult.ts';
import { deployRequestRoutes } from './deployRoutes.ts';

/** Deployments to this org: what the Salesforce CLI calls, and what a Setup page shows of them. */
export function deployRoutes(org: OrgContext): Route[] {
    const deployments = new Deployments(org.project.documents, () => org.store.now());
    return [...deployRequestRoutes(org, deployments), deploymentStatus(deployments)];
}

/** A real org shows this in Setup; the dev org's pages ask for it here. */
const deploymentStatus = (deployments: Deployments): Route => ({
    method: 'GET',
    pattern: '/__dev/deployments',
    handle: () =>
        json({
            deployments: deployments.list().map((deployment) => deployResult(deployment, false)),
            components: deployments.components()
        })
});
