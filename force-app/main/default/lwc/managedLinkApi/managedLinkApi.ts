/** What admins read and write of managed links. */
export {
    CANDIDATES_QUERY,
    MEMBERS_QUERY,
    POOLS_QUERY,
    candidatesVariables,
    membersVariables,
    toCandidates,
    toMembers,
    toPools,
    type CandidatesData,
    type Choice,
    type MembersData,
    type PoolsData
} from './candidatesQuery';
export {
    MANAGED_LINKS_QUERY,
    managedLinkVariables,
    managedLinksVariables,
    toManagedLinks,
    type ManagedLinksData
} from './managedLinksQuery';
export {
    MANAGED_ROWS_QUERY,
    managedRowsVariables,
    toManagedRows,
    type ManagedRowsData,
    type ManagedRowsRequest
} from './managedRowsQuery';
export { mayManageLinks } from './mayManageLinks';
export { linkName, linkSlug, linkSlugs, unknownPlaces } from './naming';
export {
    addUser,
    followManagedLink,
    saveManagedLink,
    setUserRemoved,
    takeBackManagedLink,
    takeBackUser,
    type SavedManagedLink
} from './saveManagedLink';
export { MAX_SLUGS, SLUGS_QUERY, slugsVariables, toTakenSlugs, type SlugsData } from './slugsQuery';
