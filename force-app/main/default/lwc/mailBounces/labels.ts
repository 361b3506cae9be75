import audienceAttendee from '@salesforce/label/c.MailBounces_AudienceAttendee';
import audienceFormerHost from '@salesforce/label/c.MailBounces_AudienceFormerHost';
import audienceGuest from '@salesforce/label/c.MailBounces_AudienceGuest';
import audienceHost from '@salesforce/label/c.MailBounces_AudienceHost';
import audienceProspect from '@salesforce/label/c.MailBounces_AudienceProspect';
import code from '@salesforce/label/c.MailBounces_Code';
import kindCancellation from '@salesforce/label/c.MailBounces_KindCancellation';
import kindCode from '@salesforce/label/c.MailBounces_KindCode';
import kindConfirmation from '@salesforce/label/c.MailBounces_KindConfirmation';
import kindReassignment from '@salesforce/label/c.MailBounces_KindReassignment';
import kindReminder from '@salesforce/label/c.MailBounces_KindReminder';
import kindReschedule from '@salesforce/label/c.MailBounces_KindReschedule';
import kindResend from '@salesforce/label/c.MailBounces_KindResend';
import mail from '@salesforce/label/c.MailBounces_Mail';
import more from '@salesforce/label/c.MailBounces_More';
import nextStep from '@salesforce/label/c.MailBounces_NextStep';
import open from '@salesforce/label/c.MailBounces_Open';
import openOf from '@salesforce/label/c.MailBounces_OpenOf';
import refused from '@salesforce/label/c.MailBounces_Refused';
import title from '@salesforce/label/c.MailBounces_Title';

export const LABELS = {
    audienceAttendee,
    audienceFormerHost,
    audienceGuest,
    audienceHost,
    audienceProspect,
    code,
    kindCancellation,
    kindCode,
    kindConfirmation,
    kindReassignment,
    kindReminder,
    kindReschedule,
    kindResend,
    mail,
    more,
    nextStep,
    open,
    openOf,
    refused,
    title
};
