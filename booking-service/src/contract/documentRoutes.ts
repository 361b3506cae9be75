import { Router } from 'express';
import { DOCUMENT_PATH, createApiDocument } from './document.ts';

/** `GET /api/v1/openapi.json`: what others may build on, for tools. Any page may read it. */
export function documentRoutes(publicUrl: URL): Router {
    const router = Router();
    const body = JSON.stringify(createApiDocument(publicUrl));
    router.get(DOCUMENT_PATH, (_req, res) => {
        res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' });
        res.type('application/json').send(body);
    });
    return router;
}
