/**
 * Picks one of each pool, nobody twice: in each pool, in order, the first candidate who leaves the pools behind it
 * someone to pick.
 *
 * @param poolCandidates ids, per pool, in round-robin order, as in a slot
 * @param refused ids that must not be picked, such as hosts whose reservation has just failed
 * @returns one id per pool; `undefined` when the pools cannot all be filled
 */
export function assignPools(
    poolCandidates: readonly (readonly string[])[],
    refused: ReadonlySet<string> = new Set()
): string[] | undefined {
    const taken = new Set(refused);
    const picked: string[] = [];
    for (const [index, candidates] of poolCandidates.entries()) {
        const behind = poolCandidates.slice(index + 1);
        const pick = candidates.find((id) => !taken.has(id) && canFillAll(behind, new Set([...taken, id])));
        if (pick === undefined) return undefined;
        taken.add(pick);
        picked.push(pick);
    }
    return picked;
}

/** Whether each pool can have a candidate of its own, leaving out those taken. */
export function canFillAll(
    poolCandidates: readonly (readonly string[])[],
    taken: ReadonlySet<string> = new Set()
): boolean {
    const poolOf = new Map<string, number>();

    /** Gives the pool someone, moving others to another of their pools where that frees someone (Kuhn's matching). */
    const fill = (pool: number, tried: Set<string>): boolean =>
        (poolCandidates[pool] ?? []).some((id) => {
            if (taken.has(id) || tried.has(id)) return false;
            tried.add(id);
            const holder = poolOf.get(id);
            if (holder !== undefined && !fill(holder, tried)) return false;
            poolOf.set(id, pool);
            return true;
        });

    return poolCandidates.every((_, pool) => fill(pool, new Set()));
}
