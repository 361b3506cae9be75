import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import BOOKING_LINK from '@salesforce/schema/BookingLink__c';
import LINK_HOST from '@salesforce/schema/LinkHost__c';
import type { DraftHost, LinkDraft } from 'types/links';

/** A change and the way back from it. */
interface Step {
    run: () => Promise<void>;
    undo: () => Promise<void>;
}

/** A link was not saved. */
export class SaveError extends Error {
    /** What could not be taken back: the link as Salesforce has it now. Undefined: everything is as it was. */
    readonly leftOver: LinkDraft | undefined;

    constructor(cause: unknown, leftOver: LinkDraft | undefined) {
        super('The link was not saved.', { cause });
        this.leftOver = leftOver;
    }
}

/**
 * Saves a draft, its hosts included, or nothing of it: what is done before a failure is taken back. A new link is
 * switched on last, so that nobody books with half of it. `original` is the link as Salesforce has it.
 * @returns the id of the link
 * @throws SaveError
 */
export async function saveDraft(draft: LinkDraft, original?: LinkDraft): Promise<string> {
    const saved: LinkDraft = original ? { ...original, hosts: [...original.hosts] } : { ...draft, hosts: [] };
    const steps = original ? changeSteps(draft, original, saved) : creationSteps(draft, saved);
    const done: Step[] = [];
    try {
        for (const step of steps) {
            // eslint-disable-next-line no-await-in-loop -- Hosts are rows of the link: it has to be there first.
            await step.run();
            done.unshift(step);
        }
    } catch (error) {
        const isUndone = await undo(done);
        throw new SaveError(error, isUndone || saved.id === undefined ? undefined : { ...saved });
    }
    return saved.id ?? '';
}

function creationSteps(draft: LinkDraft, saved: LinkDraft): Step[] {
    const creation: Step = {
        run: async () => {
            const { id } = await createRecord({
                apiName: BOOKING_LINK.objectApiName,
                fields: { ...linkFields({ ...draft, isActive: false }), ...ownership(draft) }
            });
            Object.assign(saved, { id, isActive: false });
        },
        undo: () => deleteRecord(saved.id ?? '')
    };
    const activation: Step = {
        run: () => update(saved, { IsActive__c: draft.isActive }),
        undo: () => update(saved, { IsActive__c: false })
    };
    return [creation, ...draft.hosts.map((host, index) => addition(host, index, saved)), activation];
}

function changeSteps(draft: LinkDraft, original: LinkDraft, saved: LinkDraft): Step[] {
    const change: Step = {
        run: () => update(saved, linkFields(draft)),
        undo: () => update(saved, linkFields(original))
    };
    const isIn = (hosts: DraftHost[], { id, role }: DraftHost): boolean =>
        hosts.some((host) => host.id === id && host.role === role);
    const added = draft.hosts.filter((host) => !isIn(original.hosts, host));
    const removed = original.hosts.filter((host) => !isIn(draft.hosts, host));
    // New hosts first: a link that can be booked is never without one.
    return [
        change,
        ...added.map((host) => addition(host, draft.hosts.indexOf(host), saved)),
        ...removed.map((host) => reversed(addition(host, original.hosts.indexOf(host), saved, host.rowId)))
    ];
}

/** Adds a host; `rowId` is its row where it is there already. */
function addition(host: DraftHost, position: number, saved: LinkDraft, rowId = ''): Step {
    let row: DraftHost & { rowId: string } = { ...host, rowId };
    return {
        run: async () => {
            const { id } = await createRecord({
                apiName: LINK_HOST.objectApiName,
                fields: {
                    BookingLink__c: saved.id,
                    Role__c: host.role,
                    [host.role === 'Pool' ? 'HostPool__c' : 'User__c']: host.id,
                    Position__c: position
                }
            });
            row = { ...row, rowId: id };
            saved.hosts = [...saved.hosts, row];
        },
        undo: async () => {
            await deleteRecord(row.rowId);
            saved.hosts = saved.hosts.filter((other) => other.rowId !== row.rowId);
        }
    };
}

function reversed({ run, undo: back }: Step): Step {
    return { run: back, undo: run };
}

/** @returns whether everything could be taken back */
async function undo(done: Step[]): Promise<boolean> {
    let isUndone = true;
    for (const step of done) {
        try {
            // eslint-disable-next-line no-await-in-loop -- In reverse order, as the steps build on each other.
            await step.undo();
        } catch {
            // The caller learns from what is left; the failure that matters is the first one.
            isUndone = false;
        }
    }
    return isUndone;
}

async function update({ id }: LinkDraft, fields: Record<string, unknown>): Promise<void> {
    await updateRecord({ fields: { Id: id, ...fields } });
}

/** Whose a link is, said once when it is made. */
function ownership({ ownerId, managedLinkId }: LinkDraft): Record<string, unknown> {
    return { ...(ownerId && { OwnerId: ownerId }), ...(managedLinkId && { ManagedLink__c: managedLinkId }) };
}

function linkFields(draft: LinkDraft): Record<string, unknown> {
    return {
        Name: draft.name,
        Slug__c: draft.slug,
        Description__c: draft.description,
        MeetingType__c: draft.meetingType?.id,
        ExpiresAt__c: draft.expiresAt === '' ? null : draft.expiresAt,
        IsInLibrary__c: draft.isInLibrary,
        IsActive__c: draft.isActive
    };
}
