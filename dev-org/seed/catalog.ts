import { NEXORA_NAMES, NEXORA_TIME_ZONES } from './company.ts';
import type { NexoraUser } from './company.ts';
import type { Seeder } from './seeder.ts';
import type { UserIds } from './users.ts';

/** What can be booked. */
export const MEETING_TYPES = {
    intro: { title: 'Intro call', minutes: 30, location: 'https://meet.nexora.example/julio' },
    deepDive: { title: 'Technical deep dive', minutes: 60, location: 'https://meet.nexora.example/engineering' },
    briefing: { title: 'Executive briefing', minutes: 45, location: 'Nexora Systems, 28 Liberty Street, New York' },
    officeHours: { title: 'Office hours', minutes: 30, location: 'https://meet.nexora.example/office-hours' }
} as const;

export type MeetingTypeName = keyof typeof MEETING_TYPES;

/** Ids of what the admin set up. */
export interface Catalog {
    types: Record<MeetingTypeName, string>;
    pool: string;
}

const SALES_ENGINEERS = ['priya', 'tomas', 'grace'] as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** Inserts meeting types with their questions, the pool of Sales Engineers, and everybody's working hours. */
export function seedCatalog(seeder: Seeder, users: UserIds): Catalog {
    for (const user of ['julio', 'helena', ...SALES_ENGINEERS] as const) seedSchedule(seeder, users, user);
    return { types: seedTypes(seeder, users.amara), pool: seedPool(seeder, users) };
}

function seedTypes(seeder: Seeder, admin: string): Record<MeetingTypeName, string> {
    const insert = (name: MeetingTypeName, more: Record<string, unknown>): string => {
        const { title, minutes, location } = MEETING_TYPES[name];
        const common = { Name: title, Title__c: title, DurationMinutes__c: minutes, Location__c: location };
        return seeder.insert('MeetingType__c', { ...common, ReminderMinutesBefore__c: '1440;60', ...more }, admin);
    };
    const types = {
        intro: insert('intro', {
            Description__c: 'Half an hour to get to know each other and see whether Nexora fits.',
            OtherDurationsMinutes__c: '15'
        }),
        deepDive: insert('deepDive', {
            Description__c: 'An hour with Julio and a Sales Engineer on your architecture and your questions.',
            BufferBeforeMinutes__c: 10,
            BufferAfterMinutes__c: 10,
            CancelPolicy__c: 'Reopen If Host Canceled',
            HostDailyLimit__c: 4
        }),
        briefing: insert('briefing', {
            Description__c: 'For executives: where the product goes, in our New York office.',
            MinimumNoticeMinutes__c: 2880,
            SingleUsePolicy__c: 'Required',
            ForwardingPolicy__c: 'Same Company Domain',
            ConsentText__c: 'I agree that Nexora Systems keeps my name for the visitor list of the building.'
        }),
        officeHours: insert('officeHours', {
            Description__c: 'Bring a question, leave with an answer.',
            IsAdminManaged__c: true,
            DailyLimit__c: 6
        })
    };
    seedQuestions(seeder, types, admin);
    return types;
}

/** Only the executive briefing insists on an answer, so that the two links that stay can be booked without any. */
function seedQuestions(seeder: Seeder, types: Record<MeetingTypeName, string>, admin: string): void {
    const ask = (type: MeetingTypeName, position: number, question: Record<string, unknown>): string =>
        seeder.insert('MeetingQuestion__c', { MeetingType__c: types[type], Position__c: position, ...question }, admin);
    ask('intro', 1, { Label__c: 'What would you like to talk about?', Kind__c: 'Long Text' });
    ask('intro', 2, { Label__c: 'Phone number, in case the video fails', Kind__c: 'Phone', PrefillField__c: 'Phone' });
    ask('deepDive', 1, {
        Label__c: 'Which system would we connect to first?',
        Kind__c: 'Choice',
        Choices__c: 'Salesforce\nSAP\nMicrosoft Dynamics\nSomething else'
    });
    ask('briefing', 1, { Label__c: 'How many people will come?', Kind__c: 'Text', IsRequired__c: true });
    ask('briefing', 2, { Label__c: 'Somebody needs step-free access', Kind__c: 'Checkbox' });
}

function seedPool(seeder: Seeder, users: UserIds): string {
    const pool = seeder.insert(
        'HostPool__c',
        { Name: 'Sales Engineering', Description__c: 'Sales Engineers who join technical meetings in turn.' },
        users.amara
    );
    for (const user of SALES_ENGINEERS) {
        seeder.insert(
            'HostPoolMember__c',
            { HostPool__c: pool, User__c: users[user], Weight__c: user === 'grace' ? 2 : 1 },
            users.amara
        );
    }
    return pool;
}

/** Monday to Friday, 09:00 to 17:00, on the user's own clock. */
function seedSchedule(seeder: Seeder, users: UserIds, user: NexoraUser): void {
    const schedule = seeder.insert(
        'AvailabilitySchedule__c',
        { Name: `${NEXORA_NAMES[user]}: working hours`, User__c: users[user], TimeZone__c: NEXORA_TIME_ZONES[user] },
        users[user]
    );
    for (const weekday of WEEKDAYS) {
        seeder.insert(
            'AvailabilityWindow__c',
            {
                Schedule__c: schedule,
                Kind__c: 'Weekly',
                Weekday__c: weekday,
                StartTime__c: '09:00:00.000Z',
                EndTime__c: '17:00:00.000Z'
            },
            users[user]
        );
    }
}
