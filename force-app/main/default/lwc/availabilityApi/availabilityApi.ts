export { SCHEDULE_QUERY, scheduleVariables, toSchedule, type ScheduleData } from './scheduleQuery';
export { saveSchedule } from './saveSchedule';
export {
    WEEKDAYS,
    WORKDAYS,
    copyToWorkdays,
    findProblems,
    newWindow,
    usualWeek,
    weeklyMinutes,
    type WindowProblem
} from './windows';
