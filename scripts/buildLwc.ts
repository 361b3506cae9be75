// Builds what can be deployed: force-app with its TypeScript as JavaScript, in dist/salesforce.
import path from 'node:path';
import { buildSalesforceProject } from './deploy/buildSalesforceProject.ts';

try {
    const projectDir = path.join(import.meta.dirname, '..');
    const { outDir, bundles } = buildSalesforceProject(projectDir);
    console.log(`${bundles} Lightning web components built; deploy from ${path.relative(process.cwd(), outDir)}`);
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
