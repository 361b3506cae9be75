/** What the components hand to each other to explain a link. */
import type { LinkRule, LinkState } from 'c/linkState';

/** What somebody pasted; a token is known by its hash alone. */
export type LinkInput =
    | { kind: 'token'; tokenHash: string; origin: string | undefined }
    | { kind: 'slug'; slug: string; origin: string | undefined }
    | { kind: 'id'; id: string }
    | { kind: 'number'; name: string }
    /** A single-use link whose characters do not add up. */
    | { kind: 'typo' }
    /** The link of a booked meeting, as mails carry it. */
    | { kind: 'manage' }
    | { kind: 'unreadable' };

/** One who is met through a link. */
export interface ExplainedHost {
    id: string;
    name: string;
    kind: 'required' | 'pool' | 'attendee';
    /** False when the link cannot be booked because of them. */
    isThere: boolean;
}

/** A record to go to. */
export interface ExplainedRecord {
    id: string;
    name: string;
    objectApiName: string;
}

/** A link as the running user may see it; instants are ISO 8601. */
export interface ExplainedLink {
    /** Absent for a reusable link. */
    singleUse:
        | {
              record: ExplainedRecord;
              madeAt: string | null;
              madeBy: string;
              madeFor: string;
              expiresAt: string | null;
              revokedAt: string | null;
              usedAt: string | null;
              claimedByUid: string | null;
              /** By a person, and by a mail scanner, as far as can be told. */
              openedAt: string | null;
              scannedAt: string | null;
              meeting: ExplainedRecord | undefined;
              replaces: ExplainedRecord | undefined;
              replacedBy: ExplainedRecord | undefined;
          }
        | undefined;
    /** Undefined when the running user may not see it. */
    original:
        | {
              record: ExplainedRecord;
              url: string;
              isActive: boolean;
              expiresAt: string | null;
              meetingType:
                  | { title: string; isActive: boolean; expiresAt: string | null; requiresSingleUse: boolean }
                  | undefined;
          }
        | undefined;
}

/** The state of a link, or `hidden` where nobody can tell who does not see the original. */
export interface LinkVerdict {
    state: LinkState | 'hidden';
    rule: LinkRule | 'hidden';
}
