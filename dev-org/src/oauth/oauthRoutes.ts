import type { Route } from '../http/route.ts';
import type { OrgContext } from '../orgContext.ts';
import { authorizeRoutes } from './authorizeRoutes.ts';
import { ConnectedApps } from './connectedApp.ts';
import type { ConnectedApp } from './connectedApp.ts';
import { Grants } from './grants.ts';
import { identityRoutes } from './identity.ts';
import { tokenRoutes } from './tokenRoutes.ts';

/** Sign-in, sign-out and who is signed in, for these apps. `now` is the real clock unless a test says otherwise. */
export function oauthRoutes(org: OrgContext, apps: ConnectedApp[], now: () => number = Date.now): Route[] {
    const parts = {
        org,
        apps: new ConnectedApps(apps),
        grants: new Grants({ now, endSessions: (grantId) => org.sessions.endGrant(grantId) }),
        now
    };
    return [...tokenRoutes(parts), ...authorizeRoutes(parts), ...identityRoutes(org)];
}
