import { SalesforceError } from '../salesforceError.ts';
import type { FieldSchema, ObjectSchema } from '../schema/schema.ts';
import type { RecordInput, RecordStore, Row } from './recordStore.ts';
import { SYSTEM_ACTOR } from './systemActor.ts';

/** Fields that say whose an Event is and when it was written; all others an invitation shares with its Event. */
const OWN_FIELDS = new Set(['OwnerId', 'IsChild', 'EndDateTime', 'ActivityDate', 'ActivityDateTime', 'ShowAs']);

/**
 * What the platform does when people are invited to an Event: a user who is invited gets a child Event of their own,
 * which follows the Event and goes with it. Declining leaves it there; only the invitation's status tells.
 */
export class Invitations {
    readonly #store: RecordStore;
    readonly #Event: ObjectSchema | undefined;
    readonly #EventRelation: ObjectSchema | undefined;

    constructor(store: RecordStore) {
        this.#store = store;
        this.#Event = store.schema.object('Event');
        this.#EventRelation = store.schema.object('EventRelation');
    }

    /** @throws SalesforceError FIELD_INTEGRITY_EXCEPTION for an invitation to a child Event */
    afterInsert(object: ObjectSchema, invitation: Row): void {
        const Event = this.#Event;
        if (!Event || object !== this.#EventRelation) return;
        const event = this.#store.find(Event, String(invitation['EventId']));
        if (!event) return;
        if (event['IsChild'] === true) {
            throw new SalesforceError('FIELD_INTEGRITY_EXCEPTION', 'nobody can be invited to a child event', [
                'EventId'
            ]);
        }
        const invitee = String(invitation['RelationId']);
        if (!isUser(invitee)) return;
        const child = { ...shared(Event, event), OwnerId: invitee, ShowAs: event['ShowAs'] };
        this.#store.insert(Event, { ...child, IsChild: true }, SYSTEM_ACTOR);
    }

    afterUpdate(object: ObjectSchema, prior: Row, event: Row): void {
        if (!this.#Event || object !== this.#Event) return;
        for (const child of this.#childrenOf(prior)) {
            this.#store.update(object, child.Id, shared(object, event), SYSTEM_ACTOR);
        }
    }

    /** What goes when a record goes: to be asked before, deleted after. */
    going(object: ObjectSchema, row: Row): Row[] {
        if (!this.#Event) return [];
        if (object === this.#Event) return this.#childrenOf(row);
        if (object !== this.#EventRelation) return [];
        const event = this.#store.find(this.#Event, String(row['EventId']));
        return event ? this.#childrenOf(event).filter(({ OwnerId }) => OwnerId === row['RelationId']) : [];
    }

    delete(children: Row[]): void {
        for (const { Id } of children) {
            if (this.#Event && this.#store.find(this.#Event, Id)) this.#store.delete(this.#Event, Id, SYSTEM_ACTOR);
        }
    }

    /** Nothing in a child Event names its parent but that they look the same, so that is what finds it. */
    #childrenOf(event: Row): Row[] {
        const { [0]: Event, [1]: EventRelation } = [this.#Event, this.#EventRelation];
        if (!Event || !EventRelation || event['IsChild'] === true) return [];
        const look = lookOf(event);
        const invitations = this.#store.children(EventRelation, 'EventId', event.Id);
        return invitations.flatMap(({ RelationId }) => {
            const owned = isUser(RelationId) ? this.#store.children(Event, 'OwnerId', RelationId) : [];
            return owned.find((row) => row['IsChild'] === true && lookOf(row) === look) ?? [];
        });
    }
}

const isUser = (id: unknown): id is string => typeof id === 'string' && id.startsWith('005');

const lookOf = (event: Row): string =>
    JSON.stringify(['Subject', 'StartDateTime', 'EndDateTime'].map((name) => event[name] ?? null));

function shared(Event: ObjectSchema, event: Row): RecordInput {
    const isShared = (field: FieldSchema): boolean =>
        field.isCreateable && field.isUpdateable && !OWN_FIELDS.has(field.name);
    const fields = [...Event.fields.values()].filter(isShared);
    return Object.fromEntries(fields.map(({ name }) => [name, event[name] ?? null]));
}
