import type { ReplacementRequest } from 'c/linkApi';
import type { OriginalNode, TimelineNode } from './timelineQuery';

/** Whether a successor can be made; `blocked` where one is due but its original admits nobody. */
export type Replaceability = 'none' | 'possible' | 'blocked';

const MADE_FOR = ['RecipientEmail__c', 'Lead__c', 'Contact__c', 'Account__c', 'Opportunity__c', 'Case__c'] as const;

/** Each link has one successor, so that a chain never forks; the newest of it is what can be replaced again. */
export function replaceabilityOf(node: TimelineNode, now: Date): Replaceability {
    if (!isSpent(node) || (node.ReplacedBy__r?.edges.length ?? 0) > 0) return 'none';
    if (!node.BookingLink__r) return 'none';
    return isOpen(node.BookingLink__r, now) ? 'possible' : 'blocked';
}

/** What the successor of a link is made of; undefined when its original cannot be seen. */
export function replacementOf(node: TimelineNode): ReplacementRequest | undefined {
    const original = node.BookingLink__r;
    if (!original) return undefined;
    const madeFor = MADE_FOR.flatMap((field) => (node[field].value ? [[field, node[field].value]] : []));
    return {
        replacesId: node.Id,
        link: { id: original.Id, name: original.Name.value ?? '', url: original.Url__c.value ?? '' },
        place: 'Record Page',
        madeFor: Object.fromEntries(madeFor) as Record<string, string>
    };
}

/** Nobody can book with it, and no meeting that it led to stands. */
function isSpent({ Status__c: { value: status }, Meetings__r }: TimelineNode): boolean {
    if (status === 'Expired' || status === 'Revoked') return true;
    const meeting = Meetings__r?.edges[0]?.node.Status__c.value;
    return status === 'Used' && (meeting === 'Canceled' || meeting === 'No-Show');
}

function isOpen({ MeetingType__r, ...original }: OriginalNode, now: Date): boolean {
    return [original, MeetingType__r].every((part) => {
        const end = part?.ExpiresAt__c.value;
        return part?.IsActive__c.value === true && (!end || Date.parse(end) > now.getTime());
    });
}
