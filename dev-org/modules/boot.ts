/** Runs before everything else: hands the page's settings over and makes the DOM behave as it does in Lightning. */
import '@lwc/synthetic-shadow';

// eslint-disable-next-line @lwc/lwc/no-document-query -- the settings stand in the page, outside of any component
const settings = document.getElementById('dev-org')?.textContent ?? '{}';
Object.assign(globalThis, { __DEV_ORG__: JSON.parse(settings) });
