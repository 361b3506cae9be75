/** What the page itself needs beside the design system. */
export const PAGE_STYLES = `
body {
    min-height: 100vh;
    background: #f3f3f3;
    color: #2e2e2e;
    font-family: 'Salesforce Sans', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}

[data-theme='slds1'] body {
    background: #b0c4df;
}
`;

/** The browser tab's icon: a ticket. */
export const TAB_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#0250d9"/>
<path d="M6 11a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v3a2 2 0 0 0 0 4v3a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-3a2 2 0 0 0 0-4z" fill="#fff"/>
</svg>
`;
