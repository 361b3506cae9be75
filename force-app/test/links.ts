import type { ListedLink } from 'types/links';

const LINK: ListedLink = {
    id: 'a01000000000001AAA',
    name: 'Julio: deep dive',
    url: 'https://book.nexora.example/l/julio-deep-dive',
    slug: 'julio-deep-dive',
    description: '',
    meetingTypeTitle: 'Technical deep dive',
    durationMinutes: 60,
    hostNames: ['Julio Reyes', 'Sales Engineering'],
    isActive: true,
    isExpired: false,
    isInLibrary: false,
    unusedCount: 0,
    isSwitchedOn: true,
    isManaged: false,
    expiresAt: '',
    createdAt: '2026-11-01T09:00:00.000Z',
    ownerId: '005000000000001AAA',
    ownerName: 'Julio Reyes',
    ownerHostId: 'a07000000000001AAA',
    hostUserIds: ['005000000000001AAA'],
    hasPool: true,
    isEmbeddable: true
};

/** A link that can be booked, but for these fields. */
export function aLink(fields: Partial<ListedLink> = {}): ListedLink {
    return { ...LINK, ...fields };
}
