import AVAILABILITY_SCHEDULE from '@salesforce/schema/AvailabilitySchedule__c';
import AVAILABILITY_WINDOW from '@salesforce/schema/AvailabilityWindow__c';
import { change, creation, rowSteps, runSteps, type Row, type Step } from 'c/recordSteps';
import type { AvailabilitySchedule, AvailabilityWindow } from 'types/availability';

/**
 * Saves a schedule with its windows, or nothing of it. `original` is the schedule as Salesforce has it; without one a
 * schedule of this name is made for the user.
 * @throws StepsError
 */
export async function saveSchedule(
    schedule: AvailabilitySchedule,
    original: AvailabilitySchedule | undefined,
    owner: { userId: string; name: string }
): Promise<void> {
    let scheduleId = original?.id ?? '';
    const rows = rowSteps(
        AVAILABILITY_WINDOW.objectApiName,
        schedule.windows.map(toRow),
        (original?.windows ?? []).map(toRow),
        () => ({ Schedule__c: scheduleId })
    );
    const first = original
        ? zoneChange(schedule, original)
        : [
              creation(
                  AVAILABILITY_SCHEDULE.objectApiName,
                  () => ({ Name: owner.name, User__c: owner.userId, TimeZone__c: schedule.timeZone }),
                  (id) => (scheduleId = id)
              )
          ];
    await runSteps([...first, ...rows]);
}

function zoneChange(schedule: AvailabilitySchedule, original: AvailabilitySchedule): Step[] {
    if (schedule.timeZone === original.timeZone) return [];
    const { id = '' } = original;
    return [change(id, { TimeZone__c: schedule.timeZone }, { TimeZone__c: original.timeZone })];
}

function toRow({ id, kind, weekday, date, start, end }: AvailabilityWindow): Row {
    const hasTimes = kind !== 'Unavailable';
    return {
        id,
        fields: {
            Kind__c: kind,
            Weekday__c: kind === 'Weekly' ? weekday : null,
            Date__c: kind === 'Weekly' ? null : date,
            StartTime__c: hasTimes ? `${start}:00.000Z` : null,
            EndTime__c: hasTimes ? `${end}:00.000Z` : null
        }
    };
}
