import { z } from 'zod';
import { json } from '../http/route.ts';
import type { OrgRequest, OrgResponse, Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { notFound, notSupported, SalesforceError } from '../salesforceError.ts';
import type { Deployment } from './deployment.ts';
import type { Deployments } from './deployments.ts';
import { readDeployOptions } from './deployOptions.ts';
import { deployResult } from './deployResult.ts';
import { mayDeploy } from './mayDeploy.ts';
import { parseMultipart } from './multipart.ts';

const REQUESTS = '/services/data/:version/metadata/deployRequest';
const Cancel = z.object({ deployResult: z.object({ status: z.literal('Canceling') }) });

/** Deploying, as the REST side of the Metadata API does it. */
export function deployRequestRoutes(org: OrgContext, deployments: Deployments): Route[] {
    const route = (method: string, pattern: string, handle: (request: OrgRequest) => OrgResponse): Route => ({
        method,
        pattern,
        handle(request) {
            refuseStrangers(org, request);
            return handle(request);
        }
    });
    return [
        route('POST', REQUESTS, (request) => {
            const { archive, options } = readRequest(request);
            const deployment = deployments.start(archive, options, creator(org, request));
            return json({ ...answer(deployment, false), deployOptions: options, validatedDeployRequestId: null }, 201);
        }),
        route('GET', `${REQUESTS}/:id`, ({ params, query }) =>
            json(answer(getDeployment(deployments, params), query.get('includeDetails') === 'true'))
        ),
        route('PATCH', `${REQUESTS}/:id`, (request) => {
            const deployment = getDeployment(deployments, request.params);
            if (!Cancel.safeParse(request.json()).success) {
                throw new SalesforceError('INVALID_INPUT', 'A deployment can only be changed to the status Canceling');
            }
            if (!deployments.cancel(deployment)) {
                throw new SalesforceError('INVALID_ID_FIELD', 'Deploy job is already completed');
            }
            return json(answer(deployment, false), 202);
        })
    ];
}

function refuseStrangers(org: OrgContext, { actor }: OrgRequest): void {
    if (mayDeploy(org, actor)) return;
    throw new SalesforceError(
        'INSUFFICIENT_ACCESS',
        'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
        undefined,
        403
    );
}

function readRequest({ bytes, headers }: OrgRequest): {
    archive: Buffer;
    options: ReturnType<typeof readDeployOptions>;
} {
    const contentType = headers['content-type'] ?? '';
    if (contentType.startsWith('application/json')) throw notSupported('deploying a recent validation');
    const parts = parseMultipart(bytes, contentType);
    const archive = parts?.find((part) => part.contentType === 'application/zip' || part.name === 'file');
    const options = parts?.find((part) => part.contentType === 'application/json');
    if (!archive || !options) {
        throw new SalesforceError(
            'INVALID_INPUT',
            'Send multipart/form-data: a part of application/json with deployOptions, and a part of application/zip'
        );
    }
    return { archive: archive.content, options: readDeployOptions(options.content.toString('utf8')) };
}

function getDeployment(deployments: Deployments, { id = '' }: OrgRequest['params']): Deployment {
    const deployment = deployments.find(id);
    if (!deployment) throw notFound('Provided deploy id does not exist');
    return deployment;
}

const answer = (deployment: Deployment, includeDetails: boolean): { id: string; deployResult: unknown } => ({
    id: deployment.id,
    deployResult: deployResult(deployment, includeDetails)
});

function creator({ store, schema }: OrgContext, { actor }: OrgRequest): Deployment['createdBy'] {
    const User = schema.object('User');
    const user = User && store.find(User, actor.userId);
    return { id: actor.userId, name: String(user?.['Name'] ?? '') };
}
