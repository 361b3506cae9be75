/** The one place that asks Salesforce how the booking service does. */
export { SERVICE_STATUS_QUERY, toServiceStatuses, type ServiceStatusData } from './serviceStatusQuery';
export { PARKED_QUERY, toParkedMeetings, type ParkedData, type ParkedPage } from './parkedQuery';
