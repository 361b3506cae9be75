import type { Kysely, Selectable } from 'kysely';
import type { DatabaseConnection } from '../database/database.ts';
import { SharedRead } from '../database/sharedRead.ts';
import { Statement } from '../database/statement.ts';
import type { Database, SingleUseLinksTable } from '../database/tables.ts';
import { mustParse } from '../problem/mustParse.ts';
import { KnownProspect } from './knownProspect.ts';
import type { SingleUseLink } from './records.ts';

/** A link, and whether a meeting booked here holds its one use. */
export interface KnownSingleUseLink extends SingleUseLink {
    isClaimed: boolean;
}

type FoundRow = Omit<Selectable<SingleUseLinksTable>, 'read_at'> & { is_claimed: boolean };

/** A claim that one of our own meetings has given back is gone at once, though Salesforce may not know it yet. */
const FIND = new Statement<FoundRow>(
    'find_single_use_links',
    `select link.token_hash, link.id, link.booking_link_id, link.owner_id, link.lead_id, link.contact_id,
            link.account_id, link.opportunity_id, link.case_id, link.recipient_email, link.expires_at, link.revoked_at,
            case when not exists (select from meetings m
                                   where m.token_hash = link.token_hash and m.uid::text = link.claimed_by_uid
                                     and m.claim_released_at is not null)
                 then link.claimed_by_uid end as claimed_by_uid,
            link.is_deleted, link.system_modstamp, link.prospect, claim.token_hash is not null as is_claimed
       from single_use_links link left join claims claim on claim.token_hash = link.token_hash
      where link.token_hash = any($1::text[])`
);

/** The single-use links that were opened here or changed lately, as Salesforce last told them. */
export class SingleUseLinkStore {
    private readonly connection: DatabaseConnection;
    private readonly links = new SharedRead<string, KnownSingleUseLink>(async (tokenHashes) => {
        const rows = await FIND.run(this.connection.pool, [tokenHashes]);
        return new Map(rows.map((row) => [row.token_hash, { ...toLink(row), isClaimed: row.is_claimed }]));
    });

    constructor(connection: DatabaseConnection) {
        this.connection = connection;
    }

    /** One query serves all who ask at the same time. */
    async find(tokenHash: string): Promise<KnownSingleUseLink | undefined> {
        return (await this.links.read([tokenHash])).get(tokenHash);
    }

    /** Stores links; an older stamp never overwrites a newer one. */
    async save(links: SingleUseLink[], readAt: Date, db: Kysely<Database> = this.connection.db): Promise<void> {
        if (links.length === 0) return;
        await db
            .insertInto('single_use_links')
            .values(links.map((link) => toRow(link, readAt)))
            .onConflict((conflict) =>
                conflict
                    .column('token_hash')
                    .doUpdateSet((eb) => ({
                        id: eb.ref('excluded.id'),
                        booking_link_id: eb.ref('excluded.booking_link_id'),
                        owner_id: eb.ref('excluded.owner_id'),
                        lead_id: eb.ref('excluded.lead_id'),
                        contact_id: eb.ref('excluded.contact_id'),
                        account_id: eb.ref('excluded.account_id'),
                        opportunity_id: eb.ref('excluded.opportunity_id'),
                        case_id: eb.ref('excluded.case_id'),
                        recipient_email: eb.ref('excluded.recipient_email'),
                        expires_at: eb.ref('excluded.expires_at'),
                        revoked_at: eb.ref('excluded.revoked_at'),
                        claimed_by_uid: eb.ref('excluded.claimed_by_uid'),
                        is_deleted: eb.ref('excluded.is_deleted'),
                        system_modstamp: eb.ref('excluded.system_modstamp'),
                        prospect: eb.ref('excluded.prospect'),
                        read_at: eb.ref('excluded.read_at')
                    }))
                    .whereRef('excluded.system_modstamp', '>=', 'single_use_links.system_modstamp')
            )
            .execute();
    }
}

/** Nobody fills in a form with such a link, so nothing is kept of whom it was for. */
function isOver({ revokedAt, claimedByUid, isDeleted, expiresAt }: SingleUseLink, now: Date): boolean {
    return isDeleted || revokedAt !== undefined || claimedByUid !== undefined || (expiresAt ?? now) < now;
}

function toRow(link: SingleUseLink, readAt: Date) {
    return {
        token_hash: link.tokenHash,
        id: link.id,
        booking_link_id: link.bookingLinkId,
        owner_id: link.ownerId,
        lead_id: link.leadId ?? null,
        contact_id: link.contactId ?? null,
        account_id: link.accountId ?? null,
        opportunity_id: link.opportunityId ?? null,
        case_id: link.caseId ?? null,
        recipient_email: link.recipientEmail ?? null,
        expires_at: link.expiresAt ?? null,
        revoked_at: link.revokedAt ?? null,
        claimed_by_uid: link.claimedByUid ?? null,
        is_deleted: link.isDeleted,
        system_modstamp: link.systemModstamp,
        prospect: isOver(link, readAt) ? null : JSON.stringify(link.prospect),
        read_at: readAt
    };
}

function toLink(row: FoundRow): SingleUseLink {
    return {
        id: row.id,
        ownerId: row.owner_id,
        tokenHash: row.token_hash,
        bookingLinkId: row.booking_link_id,
        leadId: row.lead_id ?? undefined,
        contactId: row.contact_id ?? undefined,
        accountId: row.account_id ?? undefined,
        opportunityId: row.opportunity_id ?? undefined,
        caseId: row.case_id ?? undefined,
        recipientEmail: row.recipient_email ?? undefined,
        expiresAt: row.expires_at ?? undefined,
        revokedAt: row.revoked_at ?? undefined,
        claimedByUid: row.claimed_by_uid ?? undefined,
        isDeleted: row.is_deleted,
        systemModstamp: row.system_modstamp,
        prospect: mustParse(KnownProspect, row.prospect ?? {}, 'the person a link was made for')
    };
}
