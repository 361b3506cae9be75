import { copyTextWhenReady } from '../../../force-app/main/default/lwc/clipboard/clipboard.ts';
import { hasServiceUrl } from '../../../force-app/main/default/lwc/linkApi/newSingleUseLink.ts';
import { ask } from '../messages.ts';
import type { Options } from '../options/options.ts';
import { Problem } from '../problem.ts';
import type { OwnedLink } from '../salesforce/bookingLinks.ts';
import type { NamedRecord } from '../salesforce/records.ts';
import { fill, type Words } from '../text/words.ts';
import type { Notices } from './notices.ts';

export type CopyKind = Options['defaultAction'];

interface Parts {
    words: Words;
    notices: Notices;
    /** Whom new single-use links are for. */
    record: () => NamedRecord | undefined;
    /** Told after a single-use link was made. */
    onMinted?: (() => void) | undefined;
}

/** What can be copied of a link, the usual first. */
export function copyKinds({ singleUsePolicy }: OwnedLink, preferred: CopyKind): CopyKind[] {
    // Where single use is required the reusable URL opens nothing, so it is not offered.
    if (singleUsePolicy === 'Required') return ['single-use'];
    const isSingleUseFirst = singleUsePolicy === 'Default Action' || preferred === 'single-use';
    return isSingleUseFirst ? ['single-use', 'reusable'] : ['reusable', 'single-use'];
}

/** Puts links on the clipboard and says so. */
export class Copier {
    readonly #parts: Parts;
    #isBusy = false;

    constructor(parts: Parts) {
        this.#parts = parts;
    }

    /** Copies a link; every single-use copy is a new link. Never throws: the notices tell. */
    async copy(link: OwnedLink, kind: CopyKind): Promise<void> {
        if (this.#isBusy) return;
        this.#isBusy = true;
        const { notices, record, words } = this.#parts;
        notices.clear();
        try {
            const forWhom = record();
            // No await before the copy starts: browsers grant the clipboard to the click itself.
            const url = kind === 'reusable' ? reusableUrl(link) : this.#mint(link, forWhom);
            const isCopied = copyTextWhenReady(url);
            const ready = await url;
            if (!(await isCopied)) notices.showUncopied(ready);
            else notices.confirm(confirmation(words, kind, forWhom));
        } catch (error) {
            notices.reportError(error);
        } finally {
            this.#isBusy = false;
        }
    }

    async #mint({ id }: OwnedLink, record: NamedRecord | undefined): Promise<string> {
        const bound = record && { id: record.id, objectApiName: record.objectApiName };
        const { url } = await ask('mintSingleUseLink', { linkId: id, ...(bound && { record: bound }) });
        this.#parts.onMinted?.();
        return url;
    }
}

async function reusableUrl(link: OwnedLink): Promise<string> {
    if (!hasServiceUrl(link)) throw new Problem('service_url_missing');
    await ask('noteUse', { linkId: link.id });
    return link.url;
}

function confirmation(words: Words, kind: CopyKind, record: NamedRecord | undefined): string {
    if (kind === 'reusable') return words.copied;
    return record ? fill(words.singleUseCopiedFor, record.name) : words.singleUseCopied;
}
