/** The values that elements of fixed choice may take, by `Type.element`; the describe does not say them. */
export const ENUMS: Record<string, readonly string[] | undefined> = {
    'ActionOverride.formFactor': ['Large', 'Small'],
    'ActionOverride.type': ['Default', 'Flexipage', 'LightningComponent', 'Standard', 'Visualforce'],
    'AppActionOverride.formFactor': ['Large', 'Small'],
    'AppActionOverride.type': ['Default', 'Flexipage', 'LightningComponent', 'Standard', 'Visualforce'],
    'CspTrustedSite.context': ['All', 'Communities', 'FieldServiceMobileExtension', 'LEX', 'VisualForce'],
    'CustomApplication.formFactors': ['Large', 'Small'],
    'CustomApplication.navType': ['Console', 'Standard'],
    'CustomApplication.uiType': ['Aloha', 'Lightning'],
    'CustomField.deleteConstraint': ['Cascade', 'Restrict', 'SetNull'],
    'CustomField.fieldManageability': ['DeveloperControlled', 'Locked', 'SubscriberControlled'],
    'CustomField.formulaTreatBlanksAs': ['BlankAsBlank', 'BlankAsZero'],
    'CustomField.type': [
        ...['AutoNumber', 'Checkbox', 'Currency', 'Date', 'DateTime', 'Email', 'Html', 'Location', 'LongTextArea'],
        ...['Lookup', 'MasterDetail', 'MultiselectPicklist', 'Number', 'Percent', 'Phone', 'Picklist', 'Summary'],
        ...['Text', 'TextArea', 'Time', 'Url']
    ],
    'CustomObject.deploymentStatus': ['Deployed', 'InDevelopment'],
    'CustomObject.externalSharingModel': ['ControlledByParent', 'Private', 'Read', 'ReadWrite'],
    'CustomObject.sharingModel': ['ControlledByParent', 'Private', 'Read', 'ReadWrite'],
    'CustomObject.visibility': ['PackageProtected', 'Protected', 'Public'],
    'FilterItem.operation': [
        ...['contains', 'equals', 'excludes', 'greaterOrEqual', 'greaterThan', 'includes', 'lessOrEqual', 'lessThan'],
        ...['notContain', 'notEqual', 'startsWith', 'within']
    ],
    'FlexiPage.type': ['AppPage', 'HomePage', 'ObjectPage', 'RecordPage', 'UtilityBar'],
    'FlexiPageRegion.type': ['Facet', 'Region'],
    'LayoutItem.behavior': ['Edit', 'Readonly', 'Required'],
    'LayoutSection.style': [...['CustomLinks', 'OneColumn', 'TwoColumnsLeftToRight', 'TwoColumnsTopToBottom']],
    'ListView.filterScope': ['Everything', 'Mine', 'MyTeamTerritory', 'MyTerritory', 'Queue', 'Team'],
    'PermissionSetTabSetting.visibility': ['Available', 'None', 'Visible'],
    'SharingCriteriaRule.accessLevel': ['Edit', 'Read'],
    'Targets.target': [
        ...['lightning__AppPage', 'lightning__FlowScreen', 'lightning__HomePage', 'lightning__RecordAction'],
        ...['lightning__RecordPage', 'lightning__Tab', 'lightning__UrlAddressable', 'lightning__UtilityBar']
    ]
};

/** What the platform calls the enums whose name is not that of their element. */
export const ENUM_NAMES: Record<string, string | undefined> = {
    'CspTrustedSite.context': 'CspTrustedSiteContext',
    'CustomField.formulaTreatBlanksAs': 'TreatBlanksAs',
    'CustomField.type': 'FieldType',
    'FlexiPage.type': 'FlexiPageType',
    'FlexiPageRegion.type': 'FlexiPageRegionType',
    'SharingCriteriaRule.accessLevel': 'ShareAccessLevelReadEdit'
};
