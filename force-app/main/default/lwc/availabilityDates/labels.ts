import addDate from '@salesforce/label/c.Availability_AddDate';
import allDay from '@salesforce/label/c.Availability_AllDay';
import date from '@salesforce/label/c.Availability_Date';
import dates from '@salesforce/label/c.Availability_Dates';
import datesHint from '@salesforce/label/c.Availability_DatesHint';
import newDate from '@salesforce/label/c.Availability_NewDate';
import noDate from '@salesforce/label/c.Availability_NoDate';
import overlap from '@salesforce/label/c.Availability_Overlap';
import remove from '@salesforce/label/c.Availability_RemoveHours';

export const LABELS = { addDate, allDay, date, dates, datesHint, newDate, noDate, overlap, remove };
