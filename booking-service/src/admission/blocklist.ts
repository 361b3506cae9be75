import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** Whose booking is looked at. */
export interface Booker {
    /** Of the prospect and of every guest. */
    emails: readonly string[];
    /** Undefined where nobody knows it. */
    clientAddress: string | undefined;
}

/** By which kind of entry somebody may not book. */
export type BlockedBy = 'address' | 'domain' | 'network';

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/;
const REMEDY = 'must be an e-mail address, a domain, an IP address or a network such as 203.0.113.0/24';

/** Those who may not book. */
export class Blocklist {
    private readonly addresses = new Set<string>();
    private readonly domains = new Set<string>();
    private readonly networks = new BlockList();

    /**
     * Reads one entry a line; what follows `#` and empty lines say nothing.
     * @throws Error naming every line that is none, without repeating it
     */
    constructor(text: string) {
        const wrong = text.split(/\r?\n/).flatMap((line, index) => {
            const entry = line.replace(/#.*/, '').trim().toLowerCase();
            return entry === '' || this.add(entry) ? [] : [`line ${index + 1} ${REMEDY}`];
        });
        if (wrong.length > 0) throw new Error(wrong.join('\n'));
    }

    /** What stands against a booking; undefined when nothing does. */
    find({ emails, clientAddress }: Booker): BlockedBy | undefined {
        const written = emails.map(withAsciiDomain);
        if (written.some((email) => this.addresses.has(email) || this.addresses.has(withoutTag(email))))
            return 'address';
        if (written.some((email) => this.hasDomainOf(email))) return 'domain';
        const family = isIP(clientAddress ?? '');
        const isInNetwork = family !== 0 && this.networks.check(clientAddress ?? '', family === 4 ? 'ipv4' : 'ipv6');
        return isInNetwork ? 'network' : undefined;
    }

    private add(entry: string): boolean {
        if (/^[^\s@/]+@[^\s@/]+$/.test(entry)) {
            const email = withAsciiDomain(entry);
            if (!DOMAIN.test(domainOf(email))) return false;
            this.addresses.add(email);
            return true;
        }
        return this.addNetwork(entry) || this.addDomain(entry.replace(/^@/, ''));
    }

    private addDomain(entry: string): boolean {
        const domain = domainToASCII(entry);
        if (!DOMAIN.test(domain)) return false;
        this.domains.add(domain);
        return true;
    }

    private addNetwork(entry: string): boolean {
        const [address = '', bits, ...rest] = entry.split('/');
        const family = isIP(address);
        const longest = family === 4 ? 32 : 128;
        const isPrefix = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
        if (family === 0 || !isPrefix || rest.length > 0) return false;
        this.networks.addSubnet(address, bits === undefined ? longest : Number(bits), family === 4 ? 'ipv4' : 'ipv6');
        return true;
    }

    /** A domain stands for everything below it, too. */
    private hasDomainOf(email: string): boolean {
        const labels = domainOf(email).split('.');
        return labels.some((_, index) => this.domains.has(labels.slice(index).join('.')));
    }
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

function withAsciiDomain(email: string): string {
    const at = email.lastIndexOf('@') + 1;
    return email.slice(0, at).toLowerCase() + domainToASCII(email.slice(at));
}

/** Mail to ada+anything reaches ada. */
const withoutTag = (email: string): string => email.replace(/\+[^@]*(?=@)/, '');
