import { gunzipSync } from 'node:zlib';
import { Assets, designSystem, hashed } from './assets.ts';

const CONTENT = Buffer.from('body { color: red; }');

describe('Assets', () => {
    it('compresses for browsers that understand it and lets them keep the file', async () => {
        const response = await new Assets().respond('a-1.css', CONTENT, { headers: { 'accept-encoding': 'gzip, br' } });
        expect(response.headers).toMatchObject({
            'content-type': 'text/css; charset=utf-8',
            'content-encoding': 'gzip',
            'cache-control': 'public, max-age=31536000, immutable'
        });
        expect(gunzipSync(response.body ?? '').toString()).toBe(CONTENT.toString());
    });

    it('sends the file as it is to anybody else', async () => {
        const response = await new Assets().respond('a-1.css', CONTENT, { headers: {} });
        expect(response.headers).not.toHaveProperty('content-encoding');
        expect(response.body).toBe(CONTENT);
    });
});

describe('designSystem', () => {
    it.each(['slds1', 'slds2'] as const)('gives %s without pictures that are not served', async (theme) => {
        const { name, content } = await designSystem(theme);
        expect(name).toMatch(new RegExp(`^${theme}-\\w{8}\\.css$`));
        const text = Buffer.from(content).toString();
        expect(text).toContain('.slds-card');
        expect(text).not.toContain('../');
    });
});

describe('hashed', () => {
    it('gives another name to another text', () => {
        expect(hashed('page', '.css', 'a').name).toBe(hashed('page', '.css', 'a').name);
        expect(hashed('page', '.css', 'a').name).not.toBe(hashed('page', '.css', 'b').name);
    });
});
