import active from '@salesforce/label/c.HostPoolEditor_Active';
import choose from '@salesforce/label/c.HostPoolEditor_Choose';
import description from '@salesforce/label/c.HostPoolEditor_Description';
import members from '@salesforce/label/c.HostPoolEditor_Members';
import membersHint from '@salesforce/label/c.HostPoolEditor_MembersHint';
import name from '@salesforce/label/c.HostPoolEditor_Name';
import noMembers from '@salesforce/label/c.HostPoolEditor_NoMembers';
import partlySaved from '@salesforce/label/c.HostPoolEditor_PartlySaved';
import poolActive from '@salesforce/label/c.HostPoolEditor_PoolActive';
import remove from '@salesforce/label/c.HostPoolEditor_Remove';
import save from '@salesforce/label/c.HostPoolEditor_Save';
import saveError from '@salesforce/label/c.HostPoolEditor_SaveError';
import weight from '@salesforce/label/c.HostPoolEditor_Weight';
import weightOf from '@salesforce/label/c.HostPoolEditor_WeightOf';

export const LABELS = {
    active,
    choose,
    description,
    members,
    membersHint,
    name,
    noMembers,
    partlySaved,
    poolActive,
    remove,
    save,
    saveError,
    weight,
    weightOf
};
