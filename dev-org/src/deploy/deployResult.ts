import { namedId } from '../store/ids.ts';
import type { Component } from './component.ts';
import { keyOf } from './component.ts';
import type { Deployment } from './deployment.ts';
import { isDone } from './deployment.ts';

/** A deployment as `metadata/deployRequest/{id}` tells it. */
export function deployResult(deployment: Deployment, includeDetails: boolean): Record<string, unknown> {
    const { id, options, status, successes, failures, createdBy, error } = deployment;
    const moment = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());
    // package.xml is told of but not counted.
    const deployed = successes.filter(({ component }) => component.type !== '');
    const total = new Set([...deployed, ...failures].map(({ component }) => keyOf(component))).size;
    return {
        id,
        checkOnly: options.checkOnly,
        ignoreWarnings: options.ignoreWarnings,
        rollbackOnError: options.rollbackOnError,
        status,
        done: isDone(deployment),
        success: status === 'Succeeded',
        createdBy: createdBy.id,
        createdByName: createdBy.name,
        createdDate: moment(deployment.createdAt),
        startDate: moment(deployment.startedAt),
        completedDate: moment(deployment.completedAt),
        lastModifiedDate: moment(deployment.completedAt ?? deployment.startedAt ?? deployment.createdAt),
        numberComponentsTotal: total,
        numberComponentsDeployed: status === 'Succeeded' ? deployed.length : 0,
        numberComponentErrors: failures.length,
        runTestsEnabled: false,
        numberTestsTotal: 0,
        numberTestsCompleted: 0,
        numberTestErrors: 0,
        ...(error !== undefined && { errorMessage: error, errorStatusCode: 'UNKNOWN_EXCEPTION' }),
        ...(includeDetails && { details: details(deployment) })
    };
}

function details({ successes, failures, completedAt }: Deployment): Record<string, unknown> {
    const createdDate = completedAt === undefined ? null : new Date(completedAt).toISOString();
    return {
        componentSuccesses: successes.map(({ component, effect }) => ({
            ...message(component, createdDate),
            success: true,
            created: effect === 'created',
            changed: effect !== 'unchanged'
        })),
        componentFailures: failures.map(({ component, problem, at }) => ({
            ...message(component, createdDate),
            success: false,
            created: false,
            changed: false,
            problem,
            problemType: 'Error',
            ...(at && { lineNumber: at.line, columnNumber: at.column })
        })),
        // The dev org runs no Apex, so there is never a test.
        runTestResult: {
            ...{ numFailures: 0, numTestsRun: 0, totalTime: 0, codeCoverage: [], codeCoverageWarnings: [] },
            ...{ failures: [], successes: [], flowCoverage: [], flowCoverageWarnings: [] }
        }
    };
}

function message({ type, fullName, fileName }: Component, createdDate: string | null): Record<string, unknown> {
    return {
        componentType: type,
        fullName,
        fileName,
        createdDate,
        deleted: false,
        warning: false,
        id: namedId('0Mc', `${type}#${fullName}`)
    };
}
