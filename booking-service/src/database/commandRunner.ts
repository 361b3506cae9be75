import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';

/** A program, its arguments and the user it runs as, ready for `spawn`. */
export interface Command {
    program: string;
    args: string[];
    user: { uid?: number; gid?: number };
}

/** How PostgreSQL's programs are run on this machine. */
export interface CommandRunner {
    /** Wraps a program so that it runs as somebody PostgreSQL accepts. */
    wrap(program: string, args: string[]): Command;
    /** Lets that somebody write to a file or folder we made. */
    giveAccess(file: string): void;
}

const NOBODY = 65_534;

const asOurselves: CommandRunner = {
    wrap: (program, args) => ({ program, args, user: {} }),
    giveAccess: () => undefined
};

// Works even below a folder closed to others, because outside the namespace it is still root.
const insideUserNamespace: CommandRunner = {
    wrap: (program, args) => ({
        program: 'unshare',
        args: ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', program, ...args],
        user: {}
    }),
    giveAccess: () => undefined
};

const asNobody: CommandRunner = {
    wrap: (program, args) => ({ program, args, user: { uid: NOBODY, gid: NOBODY } }),
    giveAccess: (file) => chownSync(file, NOBODY, NOBODY)
};

/**
 * Chooses a way to run `postgres`, which refuses to run as root: so root runs it in a user namespace, else as nobody.
 * @throws Error with the remedy when no way works here.
 */
export function chooseCommandRunner(postgres: string): CommandRunner {
    const isRoot = process.getuid?.() === 0;
    const runners = isRoot ? [insideUserNamespace, asNobody] : [asOurselves];
    const works = runners.find((runner) => succeeds(runner.wrap(postgres, ['--version'])));
    if (works) return works;
    throw new Error(
        `${postgres} does not run here${isRoot ? ' (root, in a folder closed to the user "nobody"?)' : ''}. ` +
            'Move the checkout, run as another user, or set DATABASE_URL.'
    );
}

/** Wraps a program so that the kernel stops it when this process dies, even by kill -9. Linux only; elsewhere as given. */
export function endWithParent(program: string, args: string[]): [program: string, args: string[]] {
    const canFollow = process.platform === 'linux' && succeeds(asOurselves.wrap('setpriv', ['--version']));
    return canFollow ? ['setpriv', ['--pdeathsig', 'INT', '--', program, ...args]] : [program, args];
}

function succeeds({ program, args, user }: Command): boolean {
    return spawnSync(program, args, { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
