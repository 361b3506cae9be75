import add from '@salesforce/label/c.LinkWizard_Add';
import addNamed from '@salesforce/label/c.LinkWizard_AddNamed';
import added from '@salesforce/label/c.ManagedLinkUsers_Added';
import count from '@salesforce/label/c.ManagedLinkUsers_Count';
import group from '@salesforce/label/c.ManagedLinkUsers_Group';
import groupError from '@salesforce/label/c.ManagedLinkUsers_GroupError';
import loadError from '@salesforce/label/c.ManagedLinkUsers_LoadError';
import loading from '@salesforce/label/c.Common_Loading';
import missing from '@salesforce/label/c.ManagedLinkUsers_Missing';
import noPool from '@salesforce/label/c.ManagedLinkUsers_NoPool';
import person from '@salesforce/label/c.LinkWizard_Person';
import pool from '@salesforce/label/c.ManagedLinkUsers_Pool';
import poolOption from '@salesforce/label/c.ManagedLinkUsers_PoolOption';
import remove from '@salesforce/label/c.ManagedLinkUsers_Remove';
import removeNamed from '@salesforce/label/c.LinkWizard_RemoveNamed';
import removedHint from '@salesforce/label/c.ManagedLinkUsers_RemovedHint';
import search from '@salesforce/label/c.ManagedLinkUsers_Search';
import showMore from '@salesforce/label/c.MyLinks_ShowMore';
import title from '@salesforce/label/c.ManagedLinkUsers_Title';

export const LABELS = {
    add,
    addNamed,
    added,
    count,
    group,
    groupError,
    loadError,
    loading,
    missing,
    noPool,
    person,
    pool,
    poolOption,
    remove,
    removeNamed,
    removedHint,
    search,
    showMore,
    title
};
