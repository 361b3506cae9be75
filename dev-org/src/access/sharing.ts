import type { SharingRule } from '../metadata/project.ts';
import type { ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordStore, Row } from '../store/recordStore.ts';

/** How far sharing lets somebody into a record, each level with those before it. */
export const LEVELS = ['none', 'read', 'edit', 'full'] as const;
export type SharingLevel = (typeof LEVELS)[number];

/** A chain of managers longer than this is a circle. */
const LONGEST_CHAIN = 50;

/** Record access apart from permissions: owners, their managers, org-wide defaults, sharing rules, masters. */
export class Sharing {
    readonly #store: RecordStore;
    readonly #rules: Map<string, SharingRule[]>;

    constructor(store: RecordStore, rules: SharingRule[]) {
        this.#store = store;
        this.#rules = Map.groupBy(rules, (rule) => rule.objectName);
    }

    /** @param masterLevel how far the actor gets into the master of a detail record */
    level(
        actor: Actor,
        object: ObjectSchema,
        row: Row,
        masterLevel: (master: ObjectSchema, masterRow: Row) => SharingLevel
    ): SharingLevel {
        if (object.sharingModel === 'ControlledByParent') {
            const master = this.#masterOf(object, row);
            if (!master) return 'full';
            // Who may edit the master may do anything to its details.
            const level = masterLevel(master.object, master.row);
            return level === 'edit' ? 'full' : level;
        }
        if (!object.isCustom || this.#ownsOrManages(actor, row)) return 'full';
        const byDefault = { Private: 'none', Read: 'read', ReadWrite: 'edit' } as const;
        return highest([byDefault[object.sharingModel], ...this.#ruleLevels(object, row)]);
    }

    #masterOf(object: ObjectSchema, row: Row): { object: ObjectSchema; row: Row } | undefined {
        const field = [...object.fields.values()].find(({ reference }) => reference?.isMasterDetail);
        const masterId = field && row[field.name];
        const master = typeof masterId === 'string' ? this.#store.schema.objectOfId(masterId) : undefined;
        // A deleted master still decides who may see its deleted details.
        const masterRow = master && this.#store.findAny(master, String(masterId));
        return master && masterRow && { object: master, row: masterRow };
    }

    #ownsOrManages(actor: Actor, row: Row): boolean {
        const owner = row['OwnerId'];
        if (typeof owner !== 'string') return true;
        if (owner === actor.userId) return true;
        return owner.startsWith('005') ? this.#manages(actor, owner) : this.#isMember(actor, owner);
    }

    #manages(actor: Actor, userId: string): boolean {
        const User = this.#store.schema.object('User');
        let current = User && this.#store.find(User, userId);
        for (let step = 0; User && current && step < LONGEST_CHAIN; step += 1) {
            const managerId = current['ManagerId'];
            if (typeof managerId !== 'string') return false;
            if (managerId === actor.userId) return true;
            current = this.#store.find(User, managerId);
        }
        return false;
    }

    #isMember(actor: Actor, groupId: string): boolean {
        const Member = this.#store.schema.object('GroupMember');
        const members = Member ? this.#store.children(Member, 'GroupId', groupId) : [];
        return members.some((member) => member['UserOrGroupId'] === actor.userId);
    }

    #ruleLevels(object: ObjectSchema, row: Row): SharingLevel[] {
        const rules = this.#rules.get(object.name) ?? [];
        return rules
            .filter(({ criteria }) => criteria.every((criterion) => this.#meets(object, row, criterion)))
            .map(({ accessLevel }) => (accessLevel === 'Edit' ? 'edit' : 'read'));
    }

    /** Rules are written in the words of the metadata: `Active`, and for a checkbox `True`, as Setup writes it, or `true`. */
    #meets(object: ObjectSchema, row: Row, { field, value }: { field: string; value: string }): boolean {
        const stored = this.#store.value(object, row, field) ?? '';
        return typeof stored === 'boolean' ? String(stored) === value.toLowerCase() : String(stored) === value;
    }
}

function highest(levels: SharingLevel[]): SharingLevel {
    return LEVELS[Math.max(...levels.map((level) => LEVELS.indexOf(level)))] ?? 'none';
}
