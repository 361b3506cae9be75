import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const ICON = /\b(utility|standard|action|doctype|custom):([a-z0-9_]+)/g;
const ICON_INDEX = /iconSvgTemplates([A-Z][a-z]+?)(Rtl)?\/buildTemplates\/templates\.js$/;

/** Icons named in a text, as `utility_search`. */
export function iconsIn(text: string): string[] {
    return [...text.matchAll(ICON)].map(([, category, name]) => `${category}_${name}`);
}

/** Icons named anywhere below the folders. Shipping only these spares thousands of icon templates. */
export async function usedIcons(folders: string[]): Promise<Set<string>> {
    const icons = new Set<string>();
    for (const folder of folders.filter((each) => existsSync(each))) {
        const files = await readdir(folder, { recursive: true });
        await Promise.all(
            files.filter(mayNameIcons).map(async (file) => {
                const text = await readFile(path.join(folder, file), 'utf8');
                for (const icon of iconsIn(text)) icons.add(icon);
            })
        );
    }
    return icons;
}

/** Whether a file is one of the base components' lists of every icon. */
export function isIconIndex(file: string): boolean {
    return ICON_INDEX.test(file.split(path.sep).join('/'));
}

/** Such a list cut down to the icons in use. */
export function trimmedIconIndex(file: string, icons: ReadonlySet<string>): string {
    const folder = path.dirname(file);
    const category = ICON_INDEX.exec(file.split(path.sep).join('/'))?.[1]?.toLowerCase() ?? '';
    const names = [...icons]
        .filter((icon) => icon.startsWith(`${category}_`))
        .map((icon) => icon.slice(category.length + 1))
        .filter((name) => existsSync(path.join(folder, category, `${name}.html`)))
        .sort();
    const imports = names.map((name) => `import ${category}_${name} from './${category}/${name}.html';`);
    return `${imports.join('\n')}\nexport default { ${names.map((name) => `${category}_${name}`).join(', ')} };`;
}

function mayNameIcons(file: string): boolean {
    if (/iconSvgTemplates|__\w+__/.test(file) || file.endsWith('.d.ts')) return false;
    return /\.(js|ts|html)$/.test(file);
}
