import { loadProject } from '../../metadata/loadProject.ts';
import type { OrgRequest } from '../../http/route.ts';
import { staticResourceRoute } from './staticResources.ts';

const project = loadProject(process.cwd());
const route = staticResourceRoute({ project, schema: project.schema });

const get = async (name: string) => route.handle({ params: { name }, headers: {} } as unknown as OrgRequest);

describe('static resources', () => {
    it('are served by their name, as what they are', async () => {
        const { status, headers, body } = await get('ChartJs');
        expect(status).toBe(200);
        expect(headers).toMatchObject({
            'content-type': 'text/javascript; charset=utf-8',
            'cache-control': 'no-cache'
        });
        expect(Buffer.from(body as Uint8Array).toString('utf8')).toContain('Chart.js');
    });

    it.each(['Nothing', '../lwc', '..%2Flwc'])('are not found by %s', async (name) => {
        await expect(async () => get(name)).rejects.toThrow('The requested resource does not exist');
    });
});
