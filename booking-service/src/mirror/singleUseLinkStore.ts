import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Database, SingleUseLinksTable } from '../database/tables.ts';
import type { SingleUseLink } from './records.ts';

/** The single-use links that were opened here or changed lately, as Salesforce last told them. */
export class SingleUseLinkStore {
    private readonly db: Kysely<Database>;

    constructor(db: Kysely<Database>) {
        this.db = db;
    }

    /** A claim that one of our own meetings has given back is gone at once, though Salesforce may not know it yet. */
    async find(tokenHash: string): Promise<SingleUseLink | undefined> {
        const row = await this.db
            .selectFrom('single_use_links as link')
            .selectAll('link')
            .select((eb) =>
                eb
                    .exists(
                        eb
                            .selectFrom('meetings')
                            .select('uid')
                            .where('claim_released_at', 'is not', null)
                            .where('meetings.token_hash', '=', tokenHash)
                            .where(sql<string>`uid::text`, '=', eb.ref('link.claimed_by_uid'))
                    )
                    .as('is_claim_released')
            )
            .where('link.token_hash', '=', tokenHash)
            .executeTakeFirst();
        return row && toLink(row.is_claim_released ? { ...row, claimed_by_uid: null } : row);
    }

    /** Stores links; an older stamp never overwrites a newer one. */
    async save(links: SingleUseLink[], readAt: Date, db: Kysely<Database> = this.db): Promise<void> {
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
                        read_at: eb.ref('excluded.read_at')
                    }))
                    .whereRef('excluded.system_modstamp', '>=', 'single_use_links.system_modstamp')
            )
            .execute();
    }
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
        read_at: readAt
    };
}

function toLink(row: Selectable<SingleUseLinksTable>): SingleUseLink {
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
        systemModstamp: row.system_modstamp
    };
}
