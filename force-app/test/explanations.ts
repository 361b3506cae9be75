import type { ExplainData, HostsData, MembersData } from 'c/linkExplanation';

type Node = Record<string, unknown>;

const NOTHING = { value: null };
const ORIGINAL: Node = {
    Id: 'a01000000000001AAA',
    Name: { value: 'Julio: intro' },
    Url__c: { value: 'https://book.nexora.example/l/julio-intro' },
    IsActive__c: { value: true },
    ExpiresAt__c: NOTHING,
    MeetingType__r: {
        Title__c: { value: 'Intro call' },
        IsActive__c: { value: true },
        ExpiresAt__c: NOTHING,
        SingleUsePolicy__c: { value: 'Allowed' }
    }
};

/** A single-use link that can be booked, but for these fields, as the UI API's GraphQL answers it. */
export function singleUseNode(fields: Node = {}): Node {
    return {
        Id: 'a02000000000001AAA',
        Name: { value: 'SUL-000042' },
        CreatedDate: { value: '2026-11-20T09:00:00Z' },
        CreatedBy: { Name: { value: 'Julio Reyes' } },
        RecipientEmail__c: NOTHING,
        ExpiresAt__c: NOTHING,
        RevokedAt__c: NOTHING,
        UsedAt__c: NOTHING,
        ClaimedByUid__c: NOTHING,
        FirstOpenedAt__c: NOTHING,
        FirstScannedAt__c: NOTHING,
        Replaces__r: null,
        ReplacedBy__r: { edges: [] },
        Meetings__r: { edges: [] },
        Lead__r: null,
        Contact__r: null,
        Account__r: null,
        Opportunity__r: null,
        Case__r: null,
        BookingLink__r: ORIGINAL,
        ...fields
    };
}

const edgesOf = (nodes: (Node | undefined)[]): unknown => ({
    edges: nodes.filter((node) => node !== undefined).map((node) => ({ node }))
});

/** What Salesforce answers of a link: a single-use one, an original one, or none. */
export function explainData({
    singleUse,
    isOriginal = false,
    anyUrl = 'https://book.nexora.example/l/x'
}: { singleUse?: Node; isOriginal?: boolean; anyUrl?: string } = {}): ExplainData {
    const query = {
        SingleUseLink__c: edgesOf([singleUse]),
        BookingLink__c: edgesOf([isOriginal ? ORIGINAL : undefined]),
        anyLink: edgesOf([{ Url__c: { value: anyUrl } }])
    };
    return { uiapi: { query } } as unknown as ExplainData;
}

export interface HostRow {
    role: string;
    name: string;
    isActive: boolean;
    poolId?: string;
}

/** What Salesforce answers of a link's hosts. */
export function hostsData(rows: HostRow[]): HostsData {
    const nodes = rows.map(({ role, name, isActive, poolId }, index) => ({
        Id: `h${index}`,
        Role__c: { value: role },
        User__r: poolId === undefined ? { Name: { value: name }, IsActive: { value: isActive } } : null,
        HostPool__r:
            poolId === undefined ? null : { Id: poolId, Name: { value: name }, IsActive__c: { value: isActive } }
    }));
    return { uiapi: { query: { LinkHost__c: edgesOf(nodes) } } } as unknown as HostsData;
}

/** What Salesforce answers of pools' members: the pool, and whether the member's user is active. */
export function membersData(rows: [poolId: string, isActive: boolean][]): MembersData {
    const nodes = rows.map(([poolId, isActive]) => ({
        HostPool__c: { value: poolId },
        IsActive__c: { value: true },
        User__r: { IsActive: { value: isActive } }
    }));
    return { uiapi: { query: { HostPoolMember__c: edgesOf(nodes) } } } as unknown as MembersData;
}
