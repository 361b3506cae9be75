/** A moment as the platform stores and writes it: whole seconds, `2026-11-21T03:07:01.000+0000`. */
export function stamp(milliseconds: number): string {
    return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('Z', '+0000');
}
