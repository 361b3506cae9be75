/** The one place that talks to Salesforce about links. */
export { MY_LINKS_QUERY, myLinksVariables, toBookingLinks, type MyLinksData } from './myLinksQuery';
export { mintSingleUseLink, reusableUrl, type SingleUseLinkRequest } from './mintSingleUseLink';
