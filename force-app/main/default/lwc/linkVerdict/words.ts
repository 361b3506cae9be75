import type { LinkVerdict } from 'types/explanations';
import { LABELS } from './labels';

interface RuleWords {
    /** Why the link is in its state. */
    why: string;
    nextStep: string;
}

export const STATES: Record<LinkVerdict['state'], string> = {
    active: LABELS.stateActive,
    expired: LABELS.stateExpired,
    hidden: LABELS.stateHidden,
    inactive: LABELS.stateInactive,
    revoked: LABELS.stateRevoked,
    used: LABELS.stateUsed
};

export const ICONS: Record<LinkVerdict['state'], string> = {
    active: 'utility:success',
    expired: 'utility:clock',
    hidden: 'utility:hide',
    inactive: 'utility:ban',
    revoked: 'utility:close',
    used: 'utility:check'
};

export const RULES: Record<LinkVerdict['rule'], RuleWords> = {
    deleted: { why: LABELS.whyDeleted, nextStep: LABELS.nextNewLink },
    hidden: { why: LABELS.whyHidden, nextStep: LABELS.nextHidden },
    hosts_gone: { why: LABELS.whyHostsGone, nextStep: LABELS.nextHostsGone },
    meeting_type_expiry: { why: LABELS.whyTypeExpiry, nextStep: LABELS.nextTypeExpiry },
    meeting_type_off: { why: LABELS.whyTypeOff, nextStep: LABELS.nextTypeOff },
    none: { why: LABELS.whyActive, nextStep: LABELS.nextActive },
    original_expiry: { why: LABELS.whyOriginalExpiry, nextStep: LABELS.nextOriginalExpiry },
    original_off: { why: LABELS.whyOriginalOff, nextStep: LABELS.nextOriginalOff },
    own_expiry: { why: LABELS.whyOwnExpiry, nextStep: LABELS.nextNewLink },
    revoked: { why: LABELS.whyRevoked, nextStep: LABELS.nextNewLink },
    single_use_required: { why: LABELS.whySingleUseRequired, nextStep: LABELS.nextSingleUseRequired },
    used: { why: LABELS.whyUsed, nextStep: LABELS.nextUsed }
};
