/** The one place that talks to Salesforce about links. */
export { revokeLink, revokeLinks, setLinkActive, setLinkShared } from './changeLinks';
export {
    BY_NAME,
    MAX_ROWS,
    bookableFilters,
    calendarFilter,
    libraryFilter,
    linkVariables,
    linksVariables,
    ownFilter,
    positionOf,
    stateFilters,
    type LinkSort,
    type LinkSortKey,
    type LinkState,
    type LinksRequest
} from './linksRequest';
export { MY_LINKS_QUERY, toBookingLinks, toLinksPage, type LinksPage, type MyLinksData } from './myLinksQuery';
export { hasServiceUrl, newSingleUseLink } from './newSingleUseLink';
export { mintReplacement, type ReplacementRequest } from './mintReplacement';
export { mintSingleUseLink, reusableUrl, type SingleUseLinkRequest } from './mintSingleUseLink';
export { changeOwner } from './ownerChange';
export {
    REVOCABLE_LINKS_QUERY,
    revocableLinksVariables,
    toRevocableLinks,
    type RevocableLink,
    type RevocableLinksData
} from './revocableLinksQuery';
export {
    UNUSED_LINKS_QUERY,
    toUnusedLinks,
    unusedLinksVariables,
    unusedRecordLinksVariables,
    type UnusedLinksData
} from './unusedLinksQuery';
