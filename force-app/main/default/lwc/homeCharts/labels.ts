import active from '@salesforce/label/c.Home_Active';
import booked from '@salesforce/label/c.Home_Booked';
import bookings from '@salesforce/label/c.Home_Bookings';
import byDelay from '@salesforce/label/c.Home_ByDelay';
import byOutcome from '@salesforce/label/c.Home_ByOutcome';
import byState from '@salesforce/label/c.Home_ByState';
import byWeek from '@salesforce/label/c.Home_ByWeek';
import canceled from '@salesforce/label/c.Home_Canceled';
import conversion from '@salesforce/label/c.Home_Conversion';
import delay from '@salesforce/label/c.Home_Delay';
import emptyHeading from '@salesforce/label/c.Home_EmptyHeading';
import emptyMessage from '@salesforce/label/c.Home_EmptyMessage';
import expired from '@salesforce/label/c.Home_Expired';
import expiredState from '@salesforce/label/c.Home_ExpiredState';
import goToMyLinks from '@salesforce/label/c.Home_GoToMyLinks';
import held from '@salesforce/label/c.Home_Held';
import inactive from '@salesforce/label/c.Home_Inactive';
import later from '@salesforce/label/c.Home_Later';
import links from '@salesforce/label/c.Home_Links';
import loadError from '@salesforce/label/c.Home_LoadError';
import managed from '@salesforce/label/c.Home_Managed';
import meetings from '@salesforce/label/c.Home_Meetings';
import noShowRate from '@salesforce/label/c.Home_NoShowRate';
import noShows from '@salesforce/label/c.Home_NoShows';
import outcome from '@salesforce/label/c.Home_Outcome';
import refresh from '@salesforce/label/c.Common_Refresh';
import revoked from '@salesforce/label/c.Home_Revoked';
import singleUse from '@salesforce/label/c.Home_SingleUse';
import standard from '@salesforce/label/c.Home_Standard';
import state from '@salesforce/label/c.Home_State';
import title from '@salesforce/label/c.Home_Title';
import unused from '@salesforce/label/c.Home_Unused';
import used from '@salesforce/label/c.Home_Used';
import week from '@salesforce/label/c.Home_Week';
import withinDay from '@salesforce/label/c.Home_WithinDay';
import withinHour from '@salesforce/label/c.Home_WithinHour';
import withinThreeDays from '@salesforce/label/c.Home_WithinThreeDays';
import withinWeek from '@salesforce/label/c.Home_WithinWeek';

export const LABELS = {
    active,
    booked,
    bookings,
    byDelay,
    byOutcome,
    byState,
    byWeek,
    canceled,
    conversion,
    delay,
    emptyHeading,
    emptyMessage,
    expired,
    expiredState,
    goToMyLinks,
    held,
    inactive,
    later,
    links,
    loadError,
    managed,
    meetings,
    noShowRate,
    noShows,
    outcome,
    refresh,
    revoked,
    singleUse,
    standard,
    state,
    title,
    unused,
    used,
    week,
    withinDay,
    withinHour,
    withinThreeDays,
    withinWeek
};
