import expires from '@salesforce/label/c.LinkVerdict_Expires';
import hostGone from '@salesforce/label/c.LinkVerdict_HostGone';
import hostUnknown from '@salesforce/label/c.LinkVerdict_HostUnknown';
import hosts from '@salesforce/label/c.LinkVerdict_Hosts';
import made from '@salesforce/label/c.LinkVerdict_Made';
import madeBy from '@salesforce/label/c.LinkVerdict_MadeBy';
import madeFor from '@salesforce/label/c.LinkVerdict_MadeFor';
import meeting from '@salesforce/label/c.LinkVerdict_Meeting';
import meetingType from '@salesforce/label/c.LinkVerdict_MeetingType';
import nextActive from '@salesforce/label/c.LinkVerdict_NextActive';
import nextHidden from '@salesforce/label/c.LinkVerdict_NextHidden';
import nextHostsGone from '@salesforce/label/c.LinkVerdict_NextHostsGone';
import nextNewLink from '@salesforce/label/c.LinkVerdict_NextNewLink';
import nextOriginalExpiry from '@salesforce/label/c.LinkVerdict_NextOriginalExpiry';
import nextOriginalOff from '@salesforce/label/c.LinkVerdict_NextOriginalOff';
import nextSingleUseRequired from '@salesforce/label/c.LinkVerdict_NextSingleUseRequired';
import nextStep from '@salesforce/label/c.LinkVerdict_NextStep';
import nextTypeExpiry from '@salesforce/label/c.LinkVerdict_NextTypeExpiry';
import nextTypeOff from '@salesforce/label/c.LinkVerdict_NextTypeOff';
import nextUsed from '@salesforce/label/c.LinkVerdict_NextUsed';
import opened from '@salesforce/label/c.LinkVerdict_Opened';
import original from '@salesforce/label/c.LinkVerdict_Original';
import originalExpires from '@salesforce/label/c.LinkVerdict_OriginalExpires';
import originalHidden from '@salesforce/label/c.LinkVerdict_OriginalHidden';
import poolGone from '@salesforce/label/c.LinkVerdict_PoolGone';
import replacedBy from '@salesforce/label/c.LinkVerdict_ReplacedBy';
import replaces from '@salesforce/label/c.LinkVerdict_Replaces';
import revoked from '@salesforce/label/c.LinkVerdict_Revoked';
import scanned from '@salesforce/label/c.LinkVerdict_Scanned';
import singleUse from '@salesforce/label/c.LinkVerdict_SingleUse';
import stateActive from '@salesforce/label/c.LinkVerdict_StateActive';
import stateExpired from '@salesforce/label/c.LinkVerdict_StateExpired';
import stateHidden from '@salesforce/label/c.LinkVerdict_StateHidden';
import stateInactive from '@salesforce/label/c.LinkVerdict_StateInactive';
import stateRevoked from '@salesforce/label/c.LinkVerdict_StateRevoked';
import stateUsed from '@salesforce/label/c.LinkVerdict_StateUsed';
import typeExpires from '@salesforce/label/c.LinkVerdict_TypeExpires';
import used from '@salesforce/label/c.LinkVerdict_Used';
import whyActive from '@salesforce/label/c.LinkVerdict_WhyActive';
import whyDeleted from '@salesforce/label/c.LinkVerdict_WhyDeleted';
import whyHidden from '@salesforce/label/c.LinkVerdict_WhyHidden';
import whyHostsGone from '@salesforce/label/c.LinkVerdict_WhyHostsGone';
import whyOriginalExpiry from '@salesforce/label/c.LinkVerdict_WhyOriginalExpiry';
import whyOriginalOff from '@salesforce/label/c.LinkVerdict_WhyOriginalOff';
import whyOwnExpiry from '@salesforce/label/c.LinkVerdict_WhyOwnExpiry';
import whyRevoked from '@salesforce/label/c.LinkVerdict_WhyRevoked';
import whySingleUseRequired from '@salesforce/label/c.LinkVerdict_WhySingleUseRequired';
import whyTypeExpiry from '@salesforce/label/c.LinkVerdict_WhyTypeExpiry';
import whyTypeOff from '@salesforce/label/c.LinkVerdict_WhyTypeOff';
import whyUsed from '@salesforce/label/c.LinkVerdict_WhyUsed';

export const LABELS = {
    expires,
    hostGone,
    hostUnknown,
    hosts,
    made,
    madeBy,
    madeFor,
    meeting,
    meetingType,
    nextActive,
    nextHidden,
    nextHostsGone,
    nextNewLink,
    nextOriginalExpiry,
    nextOriginalOff,
    nextSingleUseRequired,
    nextStep,
    nextTypeExpiry,
    nextTypeOff,
    nextUsed,
    opened,
    original,
    originalExpires,
    originalHidden,
    poolGone,
    replacedBy,
    replaces,
    revoked,
    scanned,
    singleUse,
    stateActive,
    stateExpired,
    stateHidden,
    stateInactive,
    stateRevoked,
    stateUsed,
    typeExpires,
    used,
    whyActive,
    whyDeleted,
    whyHidden,
    whyHostsGone,
    whyOriginalExpiry,
    whyOriginalOff,
    whyOwnExpiry,
    whyRevoked,
    whySingleUseRequired,
    whyTypeExpiry,
    whyTypeOff,
    whyUsed
};
