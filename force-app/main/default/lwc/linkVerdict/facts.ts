import { formatMoment } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import type { ExplainedHost, ExplainedLink, ExplainedRecord } from 'types/explanations';
import { LABELS } from './labels';

/** One thing known of a link. */
export interface Fact {
    name: string;
    value: string;
    /** Where it leads. */
    record?: ExplainedRecord | undefined;
}

/** What is known of a link, in the order it is read; nothing is said of what is empty. */
export function factsOf({ singleUse, original }: ExplainedLink, hosts: readonly ExplainedHost[]): Fact[] {
    const facts = [
        ...(singleUse ? singleUseFacts(singleUse) : []),
        original
            ? { name: LABELS.original, value: original.record.name, record: original.record }
            : { name: LABELS.original, value: LABELS.originalHidden },
        { name: LABELS.meetingType, value: original?.meetingType?.title ?? '' },
        { name: LABELS.hosts, value: hosts.map(hostText).join(', ') },
        { name: LABELS.originalExpires, value: formatMoment(original?.expiresAt ?? null) },
        { name: LABELS.typeExpires, value: formatMoment(original?.meetingType?.expiresAt ?? null) }
    ];
    return facts.filter(({ value }) => value !== '');
}

function singleUseFacts(link: NonNullable<ExplainedLink['singleUse']>): Fact[] {
    const { record, madeAt, madeBy, meeting, replaces, replacedBy } = link;
    return [
        { name: LABELS.singleUse, value: record.name, record },
        { name: LABELS.made, value: fillLabel(LABELS.madeBy, formatMoment(madeAt), madeBy) },
        { name: LABELS.madeFor, value: link.madeFor },
        { name: LABELS.scanned, value: formatMoment(link.scannedAt) },
        { name: LABELS.opened, value: formatMoment(link.openedAt) },
        { name: LABELS.used, value: formatMoment(link.usedAt) },
        { name: LABELS.meeting, value: meeting?.name ?? '', record: meeting },
        { name: LABELS.revoked, value: formatMoment(link.revokedAt) },
        { name: LABELS.expires, value: formatMoment(link.expiresAt) },
        { name: LABELS.replaces, value: replaces?.name ?? '', record: replaces },
        { name: LABELS.replacedBy, value: replacedBy?.name ?? '', record: replacedBy }
    ];
}

function hostText({ name, kind, isThere }: ExplainedHost): string {
    const shown = name === '' ? LABELS.hostUnknown : name;
    if (isThere) return shown;
    return fillLabel(kind === 'pool' ? LABELS.poolGone : LABELS.hostGone, shown);
}
