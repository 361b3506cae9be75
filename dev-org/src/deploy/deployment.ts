import type { Component, ComponentFailure } from './component.ts';
import type { DeployOptions } from './deployOptions.ts';

/** What a deployment did to a component. */
export interface ComponentSuccess {
    component: Component;
    effect: 'created' | 'changed' | 'unchanged';
}

export type DeployStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Canceling' | 'Canceled';

/** One deploy request and what became of it; moments are milliseconds since the epoch. */
export interface Deployment {
    id: string;
    options: DeployOptions;
    status: DeployStatus;
    createdBy: { id: string; name: string };
    createdAt: number;
    startedAt?: number;
    completedAt?: number;
    successes: ComponentSuccess[];
    failures: ComponentFailure[];
    /** Why it failed as a whole. */
    error?: string;
}

/** Whether nothing more will happen. */
export const isDone = ({ status }: Deployment): boolean =>
    status === 'Succeeded' || status === 'Failed' || status === 'Canceled';
