// Runs on any Node, so it is plain JavaScript: says clearly what is missing instead of failing on TypeScript.
const NEEDED = 24;
const major = Number(process.versions.node.split('.')[0]);
if (major < NEEDED) {
    console.error(
        `Admit One needs Node ${NEEDED} or newer; this is ${process.version}.\n` +
            'On Linux "npm ci" brings it along and "npm start" uses it. Elsewhere install it: https://nodejs.org'
    );
    process.exit(1);
}
