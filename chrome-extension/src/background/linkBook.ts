import type { BoundRecord } from '../../../force-app/main/default/lwc/linkApi/newSingleUseLink.ts';
import type { LinkList } from '../messages.ts';
import { Problem, toProblem } from '../problem.ts';
import { findLinks, whyNotBookable, type OwnedLink } from '../salesforce/bookingLinks.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import { mintSingleUseLink } from '../salesforce/singleUseLinks.ts';
import { hasTexts, StoredValue, type StorageArea } from '../storage.ts';

interface Parts {
    client: SalesforceClient;
    /** Id of who is signed in. @throws Problem signed_out, session_expired */
    userId: () => Promise<string>;
    /** Forgets when the browser closes: the links as they were read last. */
    session: StorageArea;
    /** Stays: which links were used last, by id. */
    local: StorageArea;
    now: () => Date;
}

interface Known {
    userId: string;
    links: OwnedLink[];
}

const MOST_RECENT = 20;

/** The links a user may copy, in the order they are wanted. */
export class LinkBook {
    readonly #parts: Parts;
    readonly #known: StoredValue<Known>;
    readonly #recent: StoredValue<string[]>;

    constructor(parts: Parts) {
        this.#parts = parts;
        this.#known = new StoredValue(parts.session, 'links', isKnown);
        this.#recent = new StoredValue(parts.local, 'recentLinks', isIds);
    }

    /**
     * All links, recently used first. Without a network, those that were read last.
     * @throws Problem see {@link SalesforceClient.create}
     */
    async list(): Promise<LinkList> {
        const { client, now } = this.#parts;
        const userId = await this.#parts.userId();
        try {
            const links = await findLinks(client, userId, now());
            await this.#known.write({ userId, links });
            return { links: await this.#byUse(links) };
        } catch (error) {
            const { code } = toProblem(error);
            const known = await this.#known.read();
            const isOutOfReach = code === 'offline' || code === 'salesforce_unreachable';
            if (!isOutOfReach || known?.userId !== userId) throw error;
            return { links: await this.#byUse(known.links), staleBecause: code };
        }
    }

    /** Links for a menu that must not wait: those that were read last and can still be booked. */
    async listForMenu(most: number): Promise<OwnedLink[]> {
        const known = await this.#known.read();
        const links = await this.#byUse(known?.links ?? []);
        const now = this.#parts.now();
        return links.filter((link) => whyNotBookable(link, now) === undefined).slice(0, most);
    }

    /** @throws Problem link_not_found; see {@link SalesforceClient.create} */
    async get(linkId: string): Promise<OwnedLink> {
        const isWanted = ({ id }: OwnedLink): boolean => id === linkId;
        const link = (await this.#known.read())?.links.find(isWanted) ?? (await this.list()).links.find(isWanted);
        if (!link) throw new Problem('link_not_found');
        return link;
    }

    /**
     * Makes a single-use version of a link.
     * @throws Problem as {@link LinkBook.get}; link_inactive, link_expired, service_url_missing
     */
    async mint(linkId: string, record?: BoundRecord): Promise<string> {
        const link = await this.get(linkId);
        const why = whyNotBookable(link, this.#parts.now());
        if (why) throw new Problem(why);
        const url = await mintSingleUseLink(this.#parts.client, link, record);
        await this.noteUse(linkId);
        return url;
    }

    /** Puts a link first from now on. */
    async noteUse(linkId: string): Promise<void> {
        const others = ((await this.#recent.read()) ?? []).filter((id) => id !== linkId);
        await this.#recent.write([linkId, ...others].slice(0, MOST_RECENT));
    }

    /** Forgets whatever was read for the user who signs out. */
    async forget(): Promise<void> {
        await this.#known.clear();
        await this.#recent.clear();
    }

    async #byUse(links: OwnedLink[]): Promise<OwnedLink[]> {
        const recent = (await this.#recent.read()) ?? [];
        const place = ({ id }: OwnedLink): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
        return links.toSorted((a, b) => place(a) - place(b));
    }
}

function isKnown(value: unknown): value is Known {
    return hasTexts(value, 'userId') && Array.isArray(value['links']);
}

function isIds(value: unknown): value is string[] {
    return Array.isArray(value) && value.every((id) => typeof id === 'string');
}
