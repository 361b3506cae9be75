/** The one place that talks to Salesforce about links. */
export { revokeLinks, setLinkActive, setLinkShared } from './changeLinks';
export {
    MY_LINKS_QUERY,
    calendarVariables,
    libraryVariables,
    linkVariables,
    myLinksVariables,
    toBookingLinks,
    type MyLinksData
} from './myLinksQuery';
export { mintSingleUseLink, reusableUrl, type SingleUseLinkRequest } from './mintSingleUseLink';
export { UNUSED_LINKS_QUERY, toUnusedLinks, unusedLinksVariables, type UnusedLinksData } from './unusedLinksQuery';
