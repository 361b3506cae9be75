import type { BookableLink } from '../links/linkService.ts';
import type { OneTimeCodes } from '../mails/oneTimeCodes.ts';
import { Problem } from '../problem/problem.ts';

/** Why somebody may not book with a link that was made for somebody else, or not yet. */
export type ForwardingReason =
    'other_company' | 'other_address' | 'code_needed' | 'code_wrong' | 'code_expired' | 'too_many_codes';

const FIELDS: Record<ForwardingReason, { field: string; message: string }> = {
    other_company: { field: 'prospect.email', message: 'must be of the company the link was made for' },
    other_address: { field: 'prospect.email', message: 'must be the address the link was made for' },
    code_needed: { field: 'emailCode', message: 'is required: it has been sent to prospect.email' },
    code_wrong: { field: 'emailCode', message: 'is not the code that was sent' },
    code_expired: { field: 'emailCode', message: 'is no longer valid: a new one has been sent' },
    too_many_codes: { field: 'emailCode', message: 'cannot be sent again now: try again in an hour' }
};

/** The forwarding policy of the meeting type stands against a booking. Its code is `invalid_request`. */
export class ForwardingProblem extends Problem {
    readonly reason: ForwardingReason;

    constructor(reason: ForwardingReason) {
        super('invalid_request', { errors: [FIELDS[reason]] });
        this.reason = reason;
    }
}

/**
 * Domains where everybody may have an address: there the same domain says nothing about the company, and only the
 * same address will do.
 */
const PUBLIC_MAIL = new Set(
    (
        'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.de yahoo.fr yahoo.es yahoo.co.jp ' +
        'yahoo.co.uk ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de ' +
        'freenet.de proton.me protonmail.com pm.me mail.com zoho.com yandex.com fastmail.com orange.fr wanadoo.fr free.fr ' +
        'laposte.net sfr.fr hotmail.fr hotmail.de hotmail.es hotmail.co.uk live.fr live.de telefonica.net qq.com 163.com ' +
        'docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com hey.com tutanota.com'
    ).split(' ')
);

/** Whom a link was made for: as it says itself, else the person it is bound to. Undefined for links of nobody's. */
export function addresseeOf({ singleUse }: BookableLink): string | undefined {
    return singleUse?.recipientEmail ?? singleUse?.prospect.email;
}

/**
 * Whether this address may book. A link that was made for nobody in particular cannot be forwarded: anybody may.
 * @throws ForwardingProblem other_company, other_address
 */
export function mustBeAddressee(link: BookableLink, email: string): void {
    const addressee = addresseeOf(link);
    const policy = link.meetingType.forwardingPolicy;
    if (addressee === undefined || policy === 'anyone' || isSame(addressee, email)) return;
    if (policy === 'this_email_only') throw new ForwardingProblem('other_address');
    const domain = domainOf(addressee);
    if (PUBLIC_MAIL.has(domain) || domain !== domainOf(email)) throw new ForwardingProblem('other_company');
}

/**
 * Where only the addressee may book, the mailed code proves that it is them. Without one, it is sent.
 * @throws ForwardingProblem code_needed, code_wrong, code_expired, too_many_codes
 */
export async function mustHaveCode(
    codes: OneTimeCodes,
    link: BookableLink,
    { email, code, locale }: { email: string; code: string | undefined; locale: string }
): Promise<void> {
    const tokenHash = link.singleUse?.tokenHash;
    const addressee = addresseeOf(link);
    const isOpen = link.meetingType.forwardingPolicy !== 'this_email_only';
    if (isOpen || tokenHash === undefined || addressee === undefined) return;
    const outcome = code === undefined ? 'none' : await codes.check(tokenHash, email, code);
    if (outcome === 'right') return;
    if (outcome === 'wrong') throw new ForwardingProblem('code_wrong');
    // To the address on file, whatever capitals were typed.
    const isSent = await codes.request({ tokenHash, email: addressee, locale });
    if (!isSent) throw new ForwardingProblem('too_many_codes');
    throw new ForwardingProblem(code === undefined ? 'code_needed' : 'code_expired');
}

function isSame(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}

function domainOf(email: string): string {
    return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
