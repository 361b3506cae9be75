import type { LinkDraft } from 'types/links';

const DRAFT: LinkDraft = {
    meetingType: {
        id: 'a05000000000001AAA',
        title: 'Intro call',
        description: 'Half an hour.',
        durationMinutes: 30,
        singleUsePolicy: 'Allowed'
    },
    hosts: [
        { role: 'Required Host', id: '005000000000001AAA', name: 'Julio Reyes' },
        { role: 'Pool', id: 'a06000000000001AAA', name: 'Sales Engineering' }
    ],
    name: 'Julio: intro',
    slug: 'julio-intro',
    description: '',
    expiresAt: '',
    isInLibrary: false,
    isActive: true
};

/** A draft that can be saved, but for these fields. */
export function aDraft(fields: Partial<LinkDraft> = {}): LinkDraft {
    return { ...DRAFT, ...fields };
}

/** What a step of the wizard asks to change, oldest first. */
export function draftChangesOf(element: HTMLElement): Partial<LinkDraft>[] {
    const changes: Partial<LinkDraft>[] = [];
    element.addEventListener('draftchanged', (event) => changes.push((event as CustomEvent).detail));
    return changes;
}
