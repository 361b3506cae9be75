import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDevOrg } from '../devOrg.ts';
import { describeDevOrg } from './describeDevOrg.ts';

it('docs/dev-org.md tells what the dev org answers; else run npm run docs:dev-org', async () => {
    const org = await startDevOrg({ connectedApp: { clientId: 'none' } });
    try {
        expect(readFileSync(join(process.cwd(), 'docs', 'dev-org.md'), 'utf8')).toBe(describeDevOrg(org));
    } finally {
        await org.close();
    }
});

it('every endpoint of the platform says what it does', async () => {
    const org = await startDevOrg({ connectedApp: { clientId: 'none' } });
    await org.close();
    const silent = org.routes.filter(
        ({ pattern, about, isUnsupported }) =>
            /^\/(services\/(data|oauth2)|id)\b/.test(pattern) &&
            !pattern.includes('/metadata/') &&
            about === undefined &&
            !isUnsupported
    );
    expect(silent.map(({ method, pattern }) => `${method} ${pattern}`)).toEqual([]);
});
