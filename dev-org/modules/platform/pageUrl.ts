import type { PageReference } from 'lightning/navigation';
import { objectOfId } from './settings';
import { SETUP_PAGE, setupPage } from './setupSections';

type Attributes = Record<string, string | undefined>;

/** The address of a page, as Lightning writes it; undefined for a kind of page that has none here. */
export function urlOf({ type, attributes = {}, state }: PageReference): string | undefined {
    const path = pathOf(type, attributes as Attributes);
    if (path === undefined) return undefined;
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(state ?? {})) if (value !== undefined) query.set(name, value);
    const separator = path.includes('?') ? '&' : '?';
    return query.size > 0 ? `${path}${separator}${query.toString()}` : path;
}

function pathOf(type: string, attributes: Attributes): string | undefined {
    const { recordId = '', objectApiName, actionName, apiName, pageName, url, componentName } = attributes;
    switch (type) {
        case 'standard__recordPage': {
            const object = objectApiName ?? objectOfId(recordId)?.name ?? 'sObject';
            return `/lightning/r/${object}/${recordId}/${actionName ?? 'view'}`;
        }
        case 'standard__objectPage':
            return `/lightning/o/${objectApiName}/${actionName === 'home' ? 'list' : (actionName ?? 'list')}`;
        case 'standard__navItemPage':
            return `/lightning/n/${apiName}`;
        case 'standard__namedPage':
            return `/lightning/page/${pageName}`;
        case 'standard__component':
            return `/lightning/cmp/${componentName}`;
        case SETUP_PAGE:
            return `/lightning/setup/${attributes.setupName}/home`;
        case 'standard__webPage':
            return url;
        default:
            return undefined;
    }
}

/** The page an address stands for; the start page for `/`, undefined for an address that is no page. */
export function pageOf(url: URL): PageReference | undefined {
    const state = Object.fromEntries(url.searchParams);
    const [root, kind, first, second, third] = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const page = (type: string, attributes: Attributes): PageReference => ({ type, attributes, state });
    if (root === '') return page('standard__namedPage', { pageName: 'home' });
    if (root !== 'lightning' || first === undefined) return undefined;
    switch (kind) {
        case 'r':
            return recordPage(page, first, second, third);
        case 'o':
            return page('standard__objectPage', { objectApiName: first, actionName: second ?? 'list' });
        case 'n':
            return page('standard__navItemPage', { apiName: first });
        case 'setup':
            return { ...setupPage(first), state };
        case 'page':
            return page('standard__namedPage', { pageName: first });
        case 'cmp':
            return page('standard__component', { componentName: first });
        default:
            return undefined;
    }
}

// Lightning also understands /lightning/r/<record id>/view, without the object.
function recordPage(
    page: (type: string, attributes: Attributes) => PageReference,
    first: string,
    second: string | undefined,
    third: string | undefined
): PageReference {
    const hasObject = third !== undefined || !objectOfId(first);
    const recordId = (hasObject ? second : first) ?? '';
    return page('standard__recordPage', {
        recordId,
        objectApiName: (hasObject ? first : objectOfId(first)?.name) ?? '',
        actionName: (hasObject ? third : second) ?? 'view'
    });
}
