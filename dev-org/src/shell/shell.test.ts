import type { OrgRequest, OrgResponse } from '../http/route.ts';
import { serialId } from '../store/ids.ts';
import { createShell } from './shell.ts';
import type { Shell } from './shell.ts';
import { shellTestOrg } from './testing/shellTestOrg.ts';

const LEAD_ID = serialId('00Q', 1);

let shell: Shell;

beforeAll(() => {
    shell = createShell(shellTestOrg().org);
});

async function get(pattern: string, request: Partial<OrgRequest>): Promise<OrgResponse> {
    const route = shell.routes.find((each) => each.method === 'GET' && each.pattern === pattern);
    if (!route) throw new Error(`no route ${pattern}`);
    return route.handle({ params: {}, headers: { host: '127.0.0.1:3000' }, ...request } as OrgRequest);
}

describe('createShell', () => {
    it('gives no page, and so no token, under a name that may belong to another site', async () => {
        await expect(get('/', { headers: { host: 'evil.example:3000' } })).rejects.toMatchObject({ status: 404 });
    });

    it('does not know files that no page names', async () => {
        await expect(get('/__shell/:file', { params: { file: 'app.js' } })).rejects.toMatchObject({ status: 404 });
    });

    it('leads from a bare record id to its page', async () => {
        const response = await get('/:recordId', { params: { recordId: LEAD_ID } });
        expect(response).toMatchObject({ status: 302 });
        expect(response.headers).toEqual({ location: `/lightning/r/Lead/${LEAD_ID}/view` });
    });

    it('leads nowhere from an id of no object', async () => {
        await expect(get('/:recordId', { params: { recordId: serialId('zzz', 1) } })).rejects.toMatchObject({
            status: 404
        });
    });
});
