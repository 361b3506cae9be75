import { formatMoment } from 'c/dateFormat';
import { fillLabel } from 'c/labelUtils';
import { LABELS } from './labels';
import type { TimelineNode } from './timelineQuery';

/** Something that happened to a link, in words. */
export interface Step {
    key: string;
    iconName: string;
    text: string;
    when: string;
}

/** What happened to a link, oldest first. */
export function stepsOf(node: TimelineNode): Step[] {
    const successor = node.ReplacedBy__r?.edges[0]?.node;
    const steps = [
        step('made', 'utility:copy', madeText(node), node.CreatedDate),
        step('scanned', 'utility:shield', LABELS.scanned, node.FirstScannedAt__c),
        step('opened', 'utility:preview', LABELS.opened, node.FirstOpenedAt__c),
        step('used', 'utility:event', LABELS.used, node.UsedAt__c),
        step('revoked', 'utility:ban', LABELS.revoked, node.RevokedAt__c),
        step(
            'replaced',
            'utility:forward',
            fillLabel(LABELS.replacedBy, successor?.Name.value ?? ''),
            successor?.CreatedDate ?? { value: null }
        )
    ];
    return steps
        .filter(({ at }) => at !== null)
        .sort((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''))
        .map(({ at, ...shown }) => ({ ...shown, when: formatMoment(at) }));
}

function madeText(node: TimelineNode): string {
    const place = node.CopiedFrom__c.displayValue ?? node.CopiedFrom__c.value ?? '';
    const made = fillLabel(LABELS.made, node.CreatedBy?.Name.value ?? '', place);
    const replaced = node.Replaces__r?.Name.value;
    return replaced ? `${made} ${fillLabel(LABELS.replaces, replaced)}` : made;
}

function step(key: string, iconName: string, text: string, { value }: { value: string | null }) {
    return { key, iconName, text, at: value };
}
