// Builds the Chrome extension: a folder that loads unpacked and a zip for the store, both below dist/.
import path from 'node:path';
import { buildExtension } from './extension/buildExtension.ts';

const projectDir = path.join(import.meta.dirname, '..');
const outDir = path.join(projectDir, 'dist/chrome-extension');
const zipFile = path.join(projectDir, 'dist/admit-one-chrome-extension.zip');
await buildExtension({ outDir, zipFile });
console.log(`Load unpacked: ${path.relative(process.cwd(), outDir)}`);
console.log(`For the store: ${path.relative(process.cwd(), zipFile)}`);
