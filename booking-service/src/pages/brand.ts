import { brandColors } from './brandColors.ts';

const HEX = /^#[0-9a-f]{6}$/i;
const STYLES_PATH = /^\/assets\/brand\/([0-9a-f]{6})\.css$/;

/** Whether a text is a colour that can be a brand's: `#0d6656`. */
export function isBrandColor(text: string): boolean {
    return HEX.test(text);
}

/** Path of the style sheet that puts a brand's colour in the place of ours. The colour is all it depends on. */
export function brandStylesPath(brandColor: string): string {
    return `/assets/brand/${brandColor.slice(1).toLowerCase()}.css`;
}

/** The style sheet at such a path; undefined for any other path. */
export function brandStyles(path: string): string | undefined {
    const hex = STYLES_PATH.exec(path)?.[1];
    if (hex === undefined) return undefined;
    const { light, dark } = brandColors(`#${hex}`);
    return `:root{${declarations(light)}}@media (prefers-color-scheme:dark){:root{${declarations(dark)}}}`;
}

function declarations(colors: Record<string, string>): string {
    return Object.entries(colors)
        .map(([name, value]) => `--${name}:${value}`)
        .join(';');
}
