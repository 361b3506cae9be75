import type { SharingRule } from '../metadata/project.ts';
import type { FieldValue, ObjectSchema } from '../schema/schema.ts';
import type { Actor, RecordStore, Row } from '../store/recordStore.ts';

/** How far sharing lets somebody into a record, each level with those before it. */
export const LEVELS = ['none', 'read', 'edit', 'full'] as const;
export type SharingLevel = (typeof LEVELS)[number];

/** A chain of roles longer than this is a circle. */
const LONGEST_CHAIN = 50;

/** Record access apart from permissions: owners, the roles above them, org-wide defaults, sharing rules, masters. */
export class Sharing {
    readonly #store: RecordStore;
    readonly #rules: Map<string, SharingRule[]>;

    constructor(store: RecordStore, rules: SharingRule[]) {
        this.#store = store;
        this.#rules = Map.groupBy(rules, (rule) => rule.objectName);
    }

    /**
     * @param masterLevel how far the actor gets into the master of a detail record
     * @param reaches `reachesOwner`, or what remembers its answers
     */
    level(
        actor: Actor,
        object: ObjectSchema,
        row: Row,
        masterLevel: (master: ObjectSchema, masterRow: Row) => SharingLevel,
        reaches = (owner: FieldValue): boolean => this.reachesOwner(actor, owner)
    ): SharingLevel {
        if (object.sharingModel === 'ControlledByParent') {
            const master = this.#masterOf(object, row);
            if (!master) return 'full';
            // Who may edit the master may do anything to its details.
            const level = masterLevel(master.object, master.row);
            return level === 'edit' ? 'full' : level;
        }
        if (!object.isCustom || reaches(row['OwnerId'] ?? null)) return 'full';
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

    /** Whether the actor is the owner, a user or a queue, or stands above one of its people. */
    reachesOwner(actor: Actor, owner: FieldValue): boolean {
        if (typeof owner !== 'string') return true;
        const owners = owner.startsWith('005') ? [owner] : this.#membersOf(owner);
        return owners.some((userId) => userId === actor.userId || this.#isAbove(actor, userId));
    }

    /** Whether the actor's role stands above that of a user. Users without a role stand above and below nobody. */
    #isAbove(actor: Actor, userId: string): boolean {
        const Role = this.#store.schema.object('UserRole');
        const upper = this.#roleOf(actor.userId);
        let role = this.#roleOf(userId);
        if (!Role || upper === undefined) return false;
        for (let step = 0; role !== undefined && step < LONGEST_CHAIN; step += 1) {
            role = textOrNothing(this.#store.find(Role, role)?.['ParentRoleId']);
            if (role === upper) return true;
        }
        return false;
    }

    #roleOf(userId: string): string | undefined {
        const User = this.#store.schema.object('User');
        return textOrNothing((User && this.#store.find(User, userId))?.['UserRoleId']);
    }

    #membersOf(groupId: string): string[] {
        const Member = this.#store.schema.object('GroupMember');
        const members = Member ? this.#store.children(Member, 'GroupId', groupId) : [];
        return members.map((member) => String(member['UserOrGroupId']));
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

const textOrNothing = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function highest(levels: SharingLevel[]): SharingLevel {
    return LEVELS[Math.max(...levels.map((level) => LEVELS.indexOf(level)))] ?? 'none';
}
