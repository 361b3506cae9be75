import { whyNotBookable, type OwnedLink } from '../salesforce/bookingLinks.ts';
import { fill, type Words } from '../text/words.ts';
import { copyKinds, type Copier, type CopyKind } from './copier.ts';
import { element } from './element.ts';
import { menuButton } from './menuButton.ts';

interface Parts {
    words: Words;
    copier: Copier;
    preferred: CopyKind;
}

/** A link in the list: what it books, with whom, and the button that copies it, or why it cannot be booked. */
export function linkItem(link: OwnedLink, parts: Parts): HTMLLIElement {
    const { words } = parts;
    const problem = whyNotBookable(link, new Date());
    return element(
        'li',
        { class: 'link' },
        element(
            'div',
            { class: 'link-text' },
            element('h3', {}, link.name, problem && badge(problem, words)),
            element('p', {}, summary(link, words)),
            !link.isMine && element('p', {}, fill(words.sharedBy, link.ownerName)),
            problem && element('p', {}, words[`problem_${problem}`])
        ),
        !problem && copyButtons(link, parts)
    );
}

function copyButtons(link: OwnedLink, { words, copier, preferred }: Parts): HTMLElement {
    const labels: Record<CopyKind, string> = { reusable: words.copyLink, 'single-use': words.copySingleUseLink };
    const kinds = copyKinds(link, preferred);
    const [main = 'single-use'] = kinds;
    const name = fill(words.actionNamed, labels[main], link.name);
    return element(
        'div',
        { class: 'copy-buttons' },
        element(
            'button',
            { type: 'button', class: 'copy', 'aria-label': name, onclick: () => copier.copy(link, main) },
            labels[main]
        ),
        kinds.length > 1 &&
            menuButton(
                fill(words.moreWays, link.name),
                (['reusable', 'single-use'] as const).map((kind) => ({
                    label: labels[kind],
                    onSelect: () => copier.copy(link, kind)
                }))
            )
    );
}

function summary({ meetingTypeTitle, durationMinutes, hostNames }: OwnedLink, words: Words): string {
    const duration = durationMinutes === undefined ? '' : fill(words.minutes, String(durationMinutes));
    return [meetingTypeTitle, duration, hostNames.join(', ')].filter((part) => part !== '').join(' · ');
}

function badge(problem: 'link_inactive' | 'link_expired', words: Words): HTMLElement {
    return element('span', { class: 'badge' }, problem === 'link_expired' ? words.expired : words.inactive);
}
