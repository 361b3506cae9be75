import { LightningElement, api } from 'lwc';
import { copyText } from 'c/clipboard';
import { fillLabel } from 'c/labelUtils';
import { hasServiceUrl } from 'c/linkApi';
import type { ListedLink } from 'types/links';
import { LABELS } from './labels';

/** The lines that show a link's booking page in another web site, with Copy; or why there are none yet. */
export default class EmbedSnippet extends LightningElement {
    @api link!: ListedLink;

    labels = LABELS;
    outcome = '';

    /** Empty where no page could be shown: no site is allowed, or the org has no service URL. */
    get lines(): string {
        const { link } = this;
        return link.isEmbeddable && hasServiceUrl(link) ? embedLines(new URL(link.url)) : '';
    }

    get copyName(): string {
        return fillLabel(LABELS.named, this.link.name);
    }

    async handleCopyClick(): Promise<void> {
        const isCopied = await copyText(this.lines);
        this.outcome = isCopied ? LABELS.done : LABELS.copyYourself;
        if (!isCopied) this.selectLines();
    }

    private selectLines(): void {
        const field = this.refs?.lines;
        if (!(field instanceof HTMLTextAreaElement)) return;
        field.focus();
        field.select();
    }
}

/** As docs/embed.md has them. Quotes in an address are percent-encoded by URL, so none ends the attribute. */
function embedLines(url: URL): string {
    const script = new URL('../embed.js', url);
    return `<div data-admit-one="${url.href}"></div>\n<script src="${script.href}" async></script>`;
}
