import type { OrgRequest } from '../../http/route.ts';

/** What a browser remembers for this org under a name. */
export function readCookie({ headers }: Pick<OrgRequest, 'headers'>, name: string): string | undefined {
    const pairs = (headers['cookie'] ?? '').split(';').map((pair) => pair.trim().split('='));
    return pairs.find(([key]) => key === name)?.[1];
}
