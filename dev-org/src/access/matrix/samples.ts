import { randomBytes, randomUUID } from 'node:crypto';
import type { ObjectSchema } from '../../schema/schema.ts';
import type { RecordInput, RecordStore, Row } from '../../store/recordStore.ts';
import { SYSTEM_ACTOR } from '../../store/systemActor.ts';

/** A valid record of each object, and the parents it needs. */
type Sample = (need: (objectName: string) => string, owner: string) => RecordInput;

const START = '2027-03-01T09:00:00Z';

const SAMPLES: Record<string, Sample> = {
    MeetingType__c: () => ({ Name: 'Sample', Title__c: 'Sample' }),
    MeetingQuestion__c: (need) => ({ MeetingType__c: need('MeetingType__c'), Label__c: 'Sample' }),
    BookingLink__c: (need) => ({ Name: 'Sample', Slug__c: uniqueText(), MeetingType__c: need('MeetingType__c') }),
    LinkHost__c: (need, owner) => ({ BookingLink__c: need('BookingLink__c'), User__c: owner }),
    ManagedLink__c: (need) => ({ Name: 'Sample', SlugPattern__c: 'sample', MeetingType__c: need('MeetingType__c') }),
    ManagedLinkUser__c: (need, owner) => ({ ManagedLink__c: need('ManagedLink__c'), User__c: owner }),
    SingleUseLink__c: (need) => ({
        BookingLink__c: need('BookingLink__c'),
        TokenHash__c: randomBytes(32).toString('hex')
    }),
    AvailabilitySchedule__c: (_need, owner) => ({ Name: 'Sample', User__c: owner, TimeZone__c: 'Europe/Berlin' }),
    AvailabilityWindow__c: (need) => ({
        Schedule__c: need('AvailabilitySchedule__c'),
        Kind__c: 'Unavailable',
        Date__c: '2027-03-01'
    }),
    HostPool__c: () => ({ Name: 'Sample' }),
    HostPoolMember__c: (need, owner) => ({ HostPool__c: need('HostPool__c'), User__c: owner }),
    Meeting__c: () => ({
        ...{ BookingUid__c: randomUUID(), BookedAt__c: START, StartsAt__c: START, EndsAt__c: '2027-03-01T10:00:00Z' },
        ...{ ProspectLastName__c: 'Lane', ProspectEmail__c: 'amy@lane.example' }
    }),
    MeetingAction__c: (need) => ({ Meeting__c: need('Meeting__c'), Kind__c: 'Complete' }),
    ServiceStatus__c: () => ({ ServiceUid__c: randomUUID(), WrittenAt__c: START }),
    Lead: () => ({ LastName: 'Lane', Company: 'Lane' }),
    Contact: () => ({ LastName: 'Lane' }),
    Account: () => ({ Name: 'Lane' }),
    Opportunity: () => ({ Name: 'Lane', StageName: 'Prospecting', CloseDate: '2027-03-01' }),
    Case: () => ({ Subject: 'Lane' }),
    Event: () => ({ Subject: 'Lane', StartDateTime: START, DurationInMinutes: 30 })
};

/** Makes records whose content does not matter, each with parents of its own. */
export class Samples {
    readonly #store: RecordStore;

    constructor(store: RecordStore) {
        this.#store = store;
    }

    /** The objects of the matrix: all of ours, and those of the platform that we touch. */
    objects(): ObjectSchema[] {
        const isOurs = ({ name }: ObjectSchema): boolean => name.endsWith('__c') || Object.hasOwn(SAMPLES, name);
        return [...this.#store.schema.objects.values()]
            .filter(isOurs)
            .sort((a, b) => Number(b.isCustom) - Number(a.isCustom) || a.name.localeCompare(b.name));
    }

    /** What a create of this object sends; its parents exist and belong to `owner`. */
    input(objectName: string, owner: string): RecordInput {
        const sample = SAMPLES[objectName];
        if (!sample) throw new Error(`Say in samples.ts what a valid ${objectName} is, so that the matrix covers it.`);
        return sample((parent) => this.insert(parent, owner).Id, owner);
    }

    /** A record that belongs to `owner`, whatever `owner` may do. */
    insert(objectName: string, owner: string): Row {
        const object = this.#store.schema.object(objectName);
        if (!object) throw new Error(`No object ${objectName}`);
        const ownership = object.hasOwner ? { OwnerId: owner } : {};
        return this.#store.insert(object, { ...this.input(objectName, owner), ...ownership }, SYSTEM_ACTOR);
    }
}

const uniqueText = (): string => randomBytes(8).toString('hex');
