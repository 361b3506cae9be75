const STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Moves the focus among elements by arrows, Home and End; Tab goes through them as ever. */
export function moveByArrows(event: KeyboardEvent, elements: Iterable<HTMLElement>): void {
    const all = [...elements];
    const current = all.indexOf(event.target as HTMLElement);
    if (current < 0) return;
    const next = target(event.key, current, all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
}

function target(key: string, current: number, count: number): number | undefined {
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    const step = STEPS[key];
    return step === undefined ? undefined : (current + step + count) % count;
}
