type Value = string | boolean | undefined | ((event: Event) => unknown);
type Child = Node | string | undefined | false;

/**
 * Makes an element. Names that begin with `on` add a listener; `true` sets an attribute without a value, `false` and
 * undefined leave it out. Text always becomes text, never markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Record<string, Value> = {},
    ...children: Child[]
): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === 'function') made.addEventListener(name.slice(2), value);
        else if (value === true) made.setAttribute(name, '');
        else if (typeof value === 'string') made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== undefined && child !== false));
    return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing beside or instead of a text; the text is what counts, so readers skip it. */
export function icon(path: string): SVGElement {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('class', 'icon');
    const line = svg.appendChild(document.createElementNS(SVG, 'path'));
    line.setAttribute('d', path);
    return svg;
}

/** Paths for {@link icon}, drawn on 16 by 16. */
export const ICONS = {
    down: 'M3 6l5 5 5-5',
    panel: 'M2 3h12v10H2z M10 3v10',
    gear: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z M8 1v2 M8 13v2 M1 8h2 M13 8h2 M3 3l1.5 1.5 M11.5 11.5L13 13 M13 3l-1.5 1.5 M4.5 11.5L3 13',
    leave: 'M9 3H3v10h6 M7 8h7 M11 5l3 3-3 3'
};
