/** The colours of `tokens.css` that follow a brand, as `#rrggbb`, by the names they have there. */
export type BrandColors = Record<'accent' | 'accent-strong' | 'accent-soft' | 'on-accent', string>;

type Rgb = readonly [red: number, green: number, blue: number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** What of `tokens.css` accents are read on: the card and, a little darker or lighter, the page. */
const LIGHT_GROUNDS: readonly Rgb[] = [WHITE, parse('#f4f6f5')];
const DARK_GROUNDS: readonly Rgb[] = [parse('#161e1b'), parse('#0e1412')];
/** WCAG 2.2 AA for text, with a little to spare for rounding. */
const READABLE = 4.55;
const STEPS = 100;

/**
 * Colours for both schemes out of one: the nearest shade of the brand's that can be read on every ground it meets, a
 * stronger one, a pale one to lie under both, and what is read on it.
 */
export function brandColors(brand: string): { light: BrandColors; dark: BrandColors } {
    const color = parse(brand);
    return {
        light: scheme(color, { grounds: LIGHT_GROUNDS, paper: WHITE, ink: BLACK }),
        dark: scheme(color, { grounds: DARK_GROUNDS, paper: parse('#161e1b'), ink: WHITE })
    };
}

/** Contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
    return ratio(parse(one), parse(other));
}

function scheme(color: Rgb, { grounds, paper, ink }: { grounds: readonly Rgb[]; paper: Rgb; ink: Rgb }): BrandColors {
    const soft = mix(color, paper, paper === WHITE ? 0.88 : 0.82);
    const accent = readableOn([...grounds, soft], color, ink);
    const onAccent = ink === BLACK ? WHITE : BLACK;
    // Text stands on the stronger shade as well, so it moves away from that text's colour and never towards it.
    const strong = mix(accent, ink, 0.25);
    return {
        accent: format(accent),
        'accent-strong': format(strong),
        'accent-soft': format(soft),
        'on-accent': format(onAccent)
    };
}

/** The colour itself, or as much of `ink` mixed in as it takes to be read on every ground. */
function readableOn(grounds: readonly Rgb[], color: Rgb, ink: Rgb): Rgb {
    for (let step = 0; step < STEPS; step += 1) {
        const shade = mix(color, ink, step / STEPS);
        if (grounds.every((ground) => ratio(shade, ground) >= READABLE)) return shade;
    }
    return ink;
}

function mix(color: Rgb, other: Rgb, share: number): Rgb {
    const part = (index: 0 | 1 | 2): number => Math.round(color[index] * (1 - share) + other[index] * share);
    return [part(0), part(1), part(2)];
}

function ratio(one: Rgb, other: Rgb): number {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
    return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance by WCAG 2, from 0 to 1. */
function luminance([red, green, blue]: Rgb): number {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function parse(hex: string): Rgb {
    const value = Number.parseInt(hex.slice(1), 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
}

function format([red, green, blue]: Rgb): string {
    return `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
}
