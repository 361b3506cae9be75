/** SQLSTATEs after which the same work may succeed: the server goes down, comes up, is full, or made us wait too long. */
const PASSING_STATES = new Set([
    '25006', // read-only: the old primary after a failover
    '25P03', // a transaction of ours stood still too long, as in a process that was paused
    '40001',
    '40P01',
    '55P03', // a lock was not to be had in time
    '57014', // canceled: the statement took too long
    '57P01',
    '57P02',
    '57P03'
]);
/** Connection failures, and a server without memory, disk or connections to spare. */
const PASSING_CLASSES = ['08', '53'];
/** What the system says of a socket whose other end is gone, or is not there yet. */
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);
const SOCKET_CALLS = new Set(['connect', 'read', 'write']);
/** The driver has no codes of its own for a connection that broke under a query. */
const DRIVER_MESSAGE =
    /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed))/;

/**
 * Whether the database could not do its work for now: nothing is wrong with what was asked, and nothing can be said
 * about a commit that was under way. Trying again makes sense where that is safe.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
    const { code, syscall, message, errors } = Object(error) as Record<string, unknown>;
    if (DRIVER_MESSAGE.test(String(message))) return true;
    if (typeof code !== 'string') return false;
    // A name with several addresses fails with the failure of each.
    if (SOCKET_CODES.has(code)) return SOCKET_CALLS.has(String(syscall)) || Array.isArray(errors);
    return PASSING_STATES.has(code) || (/^[0-9A-Z]{5}$/.test(code) && PASSING_CLASSES.includes(code.slice(0, 2)));
}
