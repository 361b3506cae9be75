import attention from '@salesforce/label/c.ServiceHealth_Attention';
import bounced from '@salesforce/label/c.ServiceHealth_Bounced';
import bouncedNone from '@salesforce/label/c.ServiceHealth_BouncedNone';
import bouncedSome from '@salesforce/label/c.ServiceHealth_BouncedSome';
import breaker from '@salesforce/label/c.ServiceHealth_Breaker';
import breakerClosed from '@salesforce/label/c.ServiceHealth_BreakerClosed';
import breakerUnknown from '@salesforce/label/c.ServiceHealth_BreakerUnknown';
import calls from '@salesforce/label/c.ServiceHealth_Calls';
import callsOwn from '@salesforce/label/c.ServiceHealth_CallsOwn';
import callsScarce from '@salesforce/label/c.ServiceHealth_CallsScarce';
import callsUsed from '@salesforce/label/c.ServiceHealth_CallsUsed';
import heard from '@salesforce/label/c.ServiceHealth_Heard';
import lastBreak from '@salesforce/label/c.ServiceHealth_LastBreak';
import lastBreakNone from '@salesforce/label/c.ServiceHealth_LastBreakNone';
import never from '@salesforce/label/c.ServiceHealth_Never';
import noReplica from '@salesforce/label/c.ServiceHealth_NoReplica';
import oldest from '@salesforce/label/c.ServiceHealth_Oldest';
import parked from '@salesforce/label/c.ServiceHealth_Parked';
import parkedNone from '@salesforce/label/c.ServiceHealth_ParkedNone';
import parkedSome from '@salesforce/label/c.ServiceHealth_ParkedSome';
import poll from '@salesforce/label/c.ServiceHealth_Poll';
import pollFresh from '@salesforce/label/c.ServiceHealth_PollFresh';
import pollOld from '@salesforce/label/c.ServiceHealth_PollOld';
import replica from '@salesforce/label/c.ServiceHealth_Replica';
import replicas from '@salesforce/label/c.ServiceHealth_Replicas';
import stale from '@salesforce/label/c.ServiceHealth_Stale';
import staleNextStep from '@salesforce/label/c.ServiceHealth_StaleNextStep';
import unknown from '@salesforce/label/c.ServiceHealth_Unknown';
import waiting from '@salesforce/label/c.ServiceHealth_Waiting';
import waitingNone from '@salesforce/label/c.ServiceHealth_WaitingNone';

export const LABELS = {
    attention,
    bounced,
    bouncedNone,
    bouncedSome,
    breaker,
    breakerClosed,
    breakerUnknown,
    calls,
    callsOwn,
    callsScarce,
    callsUsed,
    heard,
    lastBreak,
    lastBreakNone,
    never,
    noReplica,
    oldest,
    parked,
    parkedNone,
    parkedSome,
    poll,
    pollFresh,
    pollOld,
    replica,
    replicas,
    stale,
    staleNextStep,
    unknown,
    waiting,
    waitingNone
};
