import { NEXORA_TIME_ZONES } from './company.ts';
import type { NexoraUser } from './company.ts';
import { minutesAfter } from './seeder.ts';
import type { Seeder } from './seeder.ts';
import type { UserIds } from './users.ts';

/** Makes hosts busy in the coming days with things that have nothing to do with bookings. */
export function seedCalendars(seeder: Seeder, users: UserIds): void {
    const busy = (user: NexoraUser, day: number, time: string, minutes: number, subject: string, more = {}): void => {
        const start = seeder.at(day, time, NEXORA_TIME_ZONES[user]);
        const times = { StartDateTime: start, EndDateTime: minutesAfter(start, minutes) };
        seeder.insert('Event', { Subject: subject, ...times, ShowAs: 'Busy', ...more }, users[user]);
    };
    const away = (user: NexoraUser, day: number, subject: string): void => {
        const date = seeder.workingDay(day, NEXORA_TIME_ZONES[user]).toString();
        const allDay = { IsAllDayEvent: true, ActivityDate: date, ShowAs: 'OutOfOffice' };
        seeder.insert('Event', { Subject: subject, ...allDay }, users[user]);
    };
    busy('julio', 1, '10:00', 60, 'Pipeline review');
    busy('julio', 2, '12:00', 60, 'Lunch', { ShowAs: 'Free' });
    busy('julio', 3, '14:00', 90, 'Quarterly business review');
    away('julio', 6, 'Public holiday, observed');
    busy('helena', 1, '09:00', 180, 'Forecast call');
    busy('helena', 4, '14:00', 60, 'Interview', { IsPrivate: true });
    busy('priya', 1, '13:00', 120, 'Customer workshop: Brightwater Health');
    busy('tomas', 1, '08:30', 45, 'Dentist', { IsPrivate: true });
    away('tomas', 4, 'Parental leave');
    busy('grace', 2, '09:00', 240, 'Architecture board');
    away('grace', 3, 'Conference');
}
