import type { OrgContext } from '../orgContext.ts';
import type { Row } from '../store/recordStore.ts';
import { OAuthError } from './oauthError.ts';

/** People who may sign in, by name. */
export function activeUsers(org: OrgContext): Row[] {
    const User = org.schema.object('User');
    const users = User ? [...org.store.rows(User)] : [];
    return users
        .filter((user) => user['IsActive'] === true)
        .sort((a, b) => String(a['Name']).localeCompare(String(b['Name'])));
}

/** @throws OAuthError invalid_grant when there is no such user, or not any more */
export function activeUserNamed(org: OrgContext, username: string): Row {
    const User = org.schema.object('User');
    const [user] = User ? org.store.findByField(User, 'Username', username) : [];
    return requireActive(user);
}

/** @throws OAuthError invalid_grant when there is no such user, or not any more */
export function activeUserById(org: OrgContext, id: string): Row {
    const User = org.schema.object('User');
    return requireActive(User && org.store.find(User, id));
}

function requireActive(user: Row | undefined): Row {
    if (user?.['IsActive'] === true) return user;
    throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
}
