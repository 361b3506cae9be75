import choose from '@salesforce/label/c.HostPicker_Choose';
import loadError from '@salesforce/label/c.HostPicker_LoadError';
import noMatch from '@salesforce/label/c.HostPicker_NoMatch';
import search from '@salesforce/label/c.HostPicker_Search';

export const LABELS = {
    choose,
    loadError,
    noMatch,
    search
};
