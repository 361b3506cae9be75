import fieldOfDay from '@salesforce/label/c.Availability_FieldOfDay';
import from from '@salesforce/label/c.Availability_From';
import nextDay from '@salesforce/label/c.Availability_NextDay';
import noDate from '@salesforce/label/c.Availability_NoDate';
import noTimes from '@salesforce/label/c.Availability_NoTimes';
import overlap from '@salesforce/label/c.Availability_Overlap';
import remove from '@salesforce/label/c.Availability_RemoveHours';
import until from '@salesforce/label/c.Availability_Until';
import type { WindowProblem } from 'c/availabilityApi';

export const LABELS = { fieldOfDay, from, nextDay, remove, until };

export const PROBLEM_LABELS: Record<WindowProblem, string> = { no_date: noDate, no_times: noTimes, overlap };
