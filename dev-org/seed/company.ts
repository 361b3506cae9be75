/** Everybody at Nexora Systems, by a short name. */
export const NEXORA_USERNAMES = {
    julio: 'julio.reyes@nexora.example',
    helena: 'helena.brandt@nexora.example',
    priya: 'priya.nair@nexora.example',
    tomas: 'tomas.lindqvist@nexora.example',
    grace: 'grace.okafor@nexora.example',
    amara: 'admin@nexora.example',
    integration: 'integration@nexora.example'
} as const;

export type NexoraUser = keyof typeof NEXORA_USERNAMES;

/** Slugs of the reusable links; `julioIntro` and `julioDeepDive` stay for ever. */
export const NEXORA_SLUGS = {
    julioIntro: 'julio-intro',
    julioDeepDive: 'julio-deep-dive',
    helenaBriefing: 'helena-briefing',
    julioWebinar: 'julio-webinar-follow-up',
    julioSpringFair: 'julio-spring-fair',
    priyaOfficeHours: 'priya-office-hours',
    tomasOfficeHours: 'tomas-office-hours',
    graceOfficeHours: 'grace-office-hours'
} as const;

export type NexoraLink = keyof typeof NEXORA_SLUGS;

/** Who is given which permission sets. */
export const nexoraPermissionSets: readonly { username: string; permissionSets: readonly string[] }[] = [
    ...(['julio', 'helena', 'priya', 'tomas', 'grace'] as const).map((user) => ({
        username: NEXORA_USERNAMES[user],
        permissionSets: ['AdmitOneRep']
    })),
    { username: NEXORA_USERNAMES.amara, permissionSets: ['AdmitOneAdmin'] },
    { username: NEXORA_USERNAMES.integration, permissionSets: ['AdmitOneIntegration'] }
];

/** The time zone each user lives and works in (IANA). */
export const NEXORA_TIME_ZONES: Record<NexoraUser, string> = {
    julio: 'America/New_York',
    helena: 'America/New_York',
    priya: 'America/Chicago',
    tomas: 'Europe/Stockholm',
    grace: 'America/Los_Angeles',
    amara: 'Europe/London',
    integration: 'Etc/UTC'
};

/** First and last name as mails and lists show them. */
export const NEXORA_NAMES: Record<NexoraUser, string> = {
    julio: 'Julio Reyes',
    helena: 'Helena Brandt',
    priya: 'Priya Nair',
    tomas: 'Tomas Lindqvist',
    grace: 'Grace Okafor',
    amara: 'Amara Diallo',
    integration: 'Admit One Integration'
};
