// Writes docs/permission-matrix.md and docs/dev-org.md by asking a dev org what it does.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeMatrix } from '../dev-org/src/access/matrix/describeMatrix.ts';
import { measure, PRINCIPALS } from '../dev-org/src/access/matrix/measure.ts';
import { describeDevOrg } from '../dev-org/src/docs/describeDevOrg.ts';
import { startDevOrg } from '../dev-org/src/devOrg.ts';

const projectDir = path.join(import.meta.dirname, '..');
const docs = path.join(projectDir, 'docs');
const org = await startDevOrg({ projectDir, connectedApp: { clientId: 'none' } });
try {
    const measured = [];
    for (const principal of PRINCIPALS) measured.push({ principal, objects: await measure(org, principal) });
    writeFileSync(path.join(docs, 'permission-matrix.md'), describeMatrix(measured));
    writeFileSync(path.join(docs, 'dev-org.md'), describeDevOrg(org));
} finally {
    await org.close();
}
