/**
 * Public half of the key that fixes the extension's id when it is loaded unpacked, so that sign-in can be allowed
 * for it. The store signs with a key of its own; the packed extension leaves this one out.
 */
export const UNPACKED_KEY =
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAh/lLvnASighQ+X2gI/oQYjbnmEc1lcmCr2eEQ4A6YAnFC3otx0k3bhD76aUKtyVJ' +
    'hEgYAO+sRWuER7V06Z7GCT9DUlkmYYN08FdSgL1UJXM61pMxY/XmzqMgarZLSQFNztT0MNoTpIoBqvmva7X7mYsAoTlF5C/3R4JWDCYM2GrK' +
    'Tq3KPS9v3WNQCD5Ojpv+piBACivucpQOO+mKFojp6yNkkuXXDNqBu9L70+ehqAbvjYpdk/VT0Wga/0ybMvTMOPMJB+WDt1m1iXqRwsqEAUSB' +
    '3YvfCiEZ2o7tQ/m3GweaxDGoSD08aiaBxAHTGDojV7+ViPwVdFkK6PXSHuh7twIDAQAB';

/** Id that Chrome derives from {@link UNPACKED_KEY}. */
export const UNPACKED_ID = 'hajhlfogpcnjnkpibhbmjpdcjhhfejpo';

/** Client id under which the dev org knows the extension; a real org has a consumer key of its own. */
export const DEV_ORG_CLIENT_ID = 'admit-one-extension';
