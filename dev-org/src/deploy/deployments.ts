import { setImmediate } from 'node:timers/promises';
import type { Documents } from '../metadata/xmlElement.ts';
import { serialId } from '../store/ids.ts';
import { readArchive } from './archive.ts';
import type { Archive } from './archive.ts';
import { keyOf } from './component.ts';
import type { ComponentSuccess } from './deployment.ts';
import type { Deployment } from './deployment.ts';
import { isDone } from './deployment.ts';
import type { DeployOptions } from './deployOptions.ts';
import { manifestFailures, PACKAGE } from './manifest.ts';
import { isSame } from './mergeDocuments.ts';
import { orgComponents } from './orgComponents.ts';
import type { OrgComponent } from './orgComponents.ts';
import { platformModules } from './platformModules.ts';
import { readZip, ZipError } from './zip.ts';

/** Who last deployed a component, and when. */
export type DeployedComponent = OrgComponent & { deployedAt: number | undefined; deployedBy: string | undefined };

/**
 * The deployments of an org, one at a time, and the metadata they leave.
 * What is deployed is what later deployments are checked against; records follow the schema the org started with.
 */
export class Deployments {
    #documents: Documents;
    readonly #now: () => number;
    readonly #byId = new Map<string, Deployment>();
    readonly #lastDeployed = new Map<string, { at: number; by: string }>();
    /** Text of the bundles deployed so far: the org's own are TypeScript, with which a script cannot be compared. */
    readonly #bundles = new Map<string, string>();
    #queue: Promise<void> = Promise.resolve();

    constructor(documents: Documents, now: () => number) {
        this.#documents = documents;
        this.#now = now;
    }

    /** Queues an archive and returns at once. */
    start(archive: Buffer, options: DeployOptions, createdBy: Deployment['createdBy']): Deployment {
        const deployment: Deployment = {
            id: serialId('0Af', this.#byId.size + 1),
            ...{ options, createdBy, status: 'Pending', createdAt: this.#now(), successes: [], failures: [] }
        };
        this.#byId.set(deployment.id, deployment);
        this.#queue = this.#queue.then(() => this.#run(deployment, archive));
        return deployment;
    }

    find(id: string): Deployment | undefined {
        return this.#byId.get(id);
    }

    /** All deployments, newest first. */
    list(): Deployment[] {
        return [...this.#byId.values()].reverse();
    }

    /** Stops a deployment that is not done; answers whether there was something to stop. */
    cancel(deployment: Deployment): boolean {
        if (isDone(deployment)) return false;
        deployment.status = 'Canceling';
        return true;
    }

    /** Every component the org has, for its Setup pages. */
    components(): DeployedComponent[] {
        return orgComponents(this.#documents).map((component) => {
            const last = this.#lastDeployed.get(keyOf(component));
            return { ...component, deployedAt: last?.at, deployedBy: last?.by };
        });
    }

    async #run(deployment: Deployment, bytes: Buffer): Promise<void> {
        // The answer to the request goes first.
        await setImmediate();
        deployment.startedAt = this.#now();
        if (deployment.status === 'Pending') deployment.status = 'InProgress';
        try {
            await this.#deploy(deployment, bytes);
        } catch (error) {
            deployment.status = 'Failed';
            deployment.error = error instanceof ZipError ? error.message : 'The dev org failed on this archive';
            if (!(error instanceof ZipError)) console.error('The dev org failed on a deployment', error);
        }
        deployment.completedAt = this.#now();
    }

    async #deploy(deployment: Deployment, bytes: Buffer): Promise<void> {
        const files = readZip(bytes);
        const archive = readArchive(files);
        archive.failures.push(...manifestFailures(files.get('package.xml')?.toString('utf8'), archive));
        // Loaded on demand: it brings a compiler and the whole Metadata API along.
        const { validateDeployment } = await import('./validateDeployment.ts');
        const isCanceled = (): boolean => deployment.status === 'Canceling';
        const { documents, failures } = await validateDeployment(archive, this.#documents, {
            isPlatformModule: platformModules(),
            isCanceled
        });
        if (isCanceled()) {
            deployment.status = 'Canceled';
            return;
        }
        const failed = new Set(failures.map(({ component }) => keyOf(component)));
        deployment.failures = failures;
        deployment.successes = this.#successes(archive).filter(({ component }) => !failed.has(keyOf(component)));
        deployment.status = failures.length > 0 ? 'Failed' : 'Succeeded';
        if (failures.length === 0 && !deployment.options.checkOnly) this.#keep(deployment, archive, documents);
    }

    #successes(archive: Archive): ComponentSuccess[] {
        const had = new Set(orgComponents(this.#documents).map(keyOf));
        const changed = new Set(
            [...archive.documents].flatMap(([source, root]) => {
                const component = archive.componentOf.get(source);
                return component && !isSame(this.#documents.get(source), root) ? [keyOf(component)] : [];
            })
        );
        for (const [bundle, files] of archive.bundles) {
            if (this.#bundles.get(bundle) !== bundleText(files))
                changed.add(keyOf({ type: 'LightningComponentBundle', fullName: bundle }));
        }
        const effectOf = (key: string): ComponentSuccess['effect'] =>
            had.has(key) ? (changed.has(key) ? 'changed' : 'unchanged') : 'created';
        return [
            { component: PACKAGE, effect: 'unchanged' },
            ...archive.components.map((component) => ({ component, effect: effectOf(keyOf(component)) }))
        ];
    }

    #keep({ createdBy }: Deployment, archive: Archive, documents: Documents): void {
        this.#documents = documents;
        for (const [bundle, files] of archive.bundles) this.#bundles.set(bundle, bundleText(files));
        for (const component of archive.components) {
            this.#lastDeployed.set(keyOf(component), { at: this.#now(), by: createdBy.name });
        }
    }
}

const bundleText = (files: Map<string, string>): string => JSON.stringify([...files].sort());
