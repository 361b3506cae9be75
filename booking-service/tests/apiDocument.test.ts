import type { Router } from 'express';
import type { DevOrg } from '../../dev-org/src/devOrg.ts';
import { DOCUMENT_PATH } from '../src/contract/document.ts';
import type { ApiDocument } from '../src/contract/document.ts';
import { PROBLEMS } from '../src/problem/problems.ts';
import { startTestOrg } from '../testing/testOrg.ts';
import { startTestService } from '../testing/testService.ts';
import type { TestService } from '../testing/testService.ts';

describe('the OpenAPI document', () => {
    let org: DevOrg;
    let service: TestService;
    let document: ApiDocument;

    beforeAll(async () => {
        org = await startTestOrg();
        service = await startTestService(org);
        document = (await (await fetch(service.url + DOCUMENT_PATH)).json()) as ApiDocument;
    });
    afterAll(async () => {
        await service.stop();
        await org.close();
    });

    it('is OpenAPI 3.1, and any page may read it', async () => {
        const response = await fetch(service.url + DOCUMENT_PATH);
        expect(response.headers.get('content-type')).toMatch(/^application\/json/);
        expect(response.headers.get('access-control-allow-origin')).toBe('*');
        expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://127.0.0.1:4000' }] });
    });

    it('names every route of the API and no other', () => {
        const documented = Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
            Object.keys(operations).map((method) => `${method} ${path}`)
        );
        // The preflight of a browser is no operation.
        const served = routesOf(service.service.app.router).filter(
            (route) => route.includes(' /api/') && !route.startsWith('options ')
        );
        expect(served.length).toBeGreaterThan(0);
        expect(documented.sort()).toEqual(served.sort());
    });

    it('names every code of a problem', () => {
        const text = JSON.stringify(document);
        const missing = Object.keys(PROBLEMS).filter((code) => !text.includes(`"${code}"`));
        // Where there is no route there is no operation; the description says it.
        expect(missing).toEqual(['not_found']);
        expect(document.info.description).toContain('not_found');
    });

    it('leaves no reference open', () => {
        const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
        const known = Object.keys(document.components?.schemas ?? {});
        expect(references.length).toBeGreaterThan(0);
        expect(known).toEqual(expect.arrayContaining([...new Set(references.map(([, name]) => name))]));
    });
});

/** `get /api/v1/slots`, as the document writes parameters. */
function routesOf(router: Router): string[] {
    return router.stack.flatMap(({ route, handle }) => {
        if (route) {
            const paths = [route.path].flat().map((path) => path.replaceAll(/:(\w+)/g, '{$1}'));
            return [...new Set(route.stack.flatMap(({ method }) => paths.map((path) => `${method} ${path}`)))];
        }
        return 'stack' in handle ? routesOf(handle as unknown as Router) : [];
    });
}
