/** What it takes to explain a link; the one place that asks Salesforce for it. */
export { parseLinkInput } from './parseLinkInput';
export { EXPLAIN_QUERY, explainVariables, serviceOriginOf, toExplainedLink, type ExplainData } from './explainQuery';
export {
    HOSTS_QUERY,
    MEMBERS_QUERY,
    hostsVariables,
    membersVariables,
    poolIdsOf,
    toExplainedHosts,
    type HostsData,
    type MembersData
} from './hostsQuery';
export { verdictOn } from './verdict';
