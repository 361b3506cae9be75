import { readdirSync } from 'node:fs';
import lwcConfig from '@salesforce/eslint-config-lwc';
import tseslint from 'typescript-eslint';

const LWC = ['force-app/main/default/lwc/**/*.ts', 'force-app/test/**/*.ts', 'dev-org/modules/**/*.ts'];
const NODE = [
    'booking-service/**/*.ts',
    'dev-org/src/**/*.ts',
    'dev-org/seed/**/*.ts',
    'scripts/**/*.ts',
    'e2e/**/*.ts',
    'benchmarks/**/*.ts',
    'test/**/*.ts'
];
/** Runs in a browser, outside of Lightning; typed by a project of its own. */
const EXTENSION = ['chrome-extension/**/*.ts'];
const STRICT = [...NODE, ...EXTENSION];
const TESTS = ['**/*.test.ts', '**/__tests__/**', '**/testing/**', 'booking-service/tests/**', 'e2e/**', 'test/**'];

/** Jest looks for a default export in these and for nothing else. */
const DEFAULT_EXPORT_DEMANDED = ['booking-service/testing/global{Setup,Teardown}.ts'];

// tsc checks these already, and ESLint's own versions do not understand type-only syntax.
const CHECKED_BY_TSC = Object.fromEntries(
    ['no-undef', 'no-unused-vars', 'no-redeclare', 'no-restricted-globals', 'import/named', 'import/no-unresolved'].map(
        (rule) => [rule, 'off']
    )
);

/**
 * The parts of the booking service, innermost first: a part imports itself and those before it, never one after it.
 * A folder that is not listed may be imported by none of them: give a new one its place.
 */
const SERVICE_PARTS = [
    'scheduling',
    'salesforce',
    'database',
    'problem',
    'operations',
    'admission',
    'pages',
    'mirror',
    'links',
    'availability',
    'meetings',
    'mails',
    'outbox',
    'status',
    'openings',
    'bookings',
    'changes',
    'contract'
];

const SERVICE_FOLDERS = readdirSync(new URL('booking-service/src/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** What puts the service together; no part may know it. */
const SERVICE_COMPOSITION = ['app', 'compose', 'config', 'server'];

/** The columns of the database hold these; the file holds only types and schemas. */
const DOMAIN_TYPES_OF_TABLES = '!../meetings/meeting.ts';

/** Forbids imports that would point outward; `patterns` are gitignore-style module names. */
const noImports = (files, restrictions, ignores = []) => ({
    files,
    ignores: [...ignores, ...TESTS],
    rules: {
        'no-restricted-imports': [
            'error',
            { patterns: restrictions.map(([message, ...group]) => ({ group, message })) }
        ]
    }
});

const KNOWS_NO_DEV_ORG = ['The service knows Salesforce, not the dev org (tests may start one).', '**/dev-org/**'];
const ONLY_SALESFORCE_IN_JSFORCE = ['Only salesforce/ talks to jsforce.', 'jsforce', 'jsforce/*'];
const RULES_KNOW_NO_HTTP = ['Services and stores know no HTTP and no pages.', 'express', '**/pages/**'];

/** Restrictions of one part of the service. A later block would replace an earlier one, so each block has them all. */
function restrictionsOf(part) {
    const inner = SERVICE_PARTS.slice(0, SERVICE_PARTS.indexOf(part) + 1);
    const outer = SERVICE_FOLDERS.filter((name) => !inner.includes(name)).map((name) => `**/${name}/**`);
    return [
        KNOWS_NO_DEV_ORG,
        ...(part === 'salesforce' ? [] : [ONLY_SALESFORCE_IN_JSFORCE]),
        [
            'Dependencies point inward (SERVICE_PARTS in eslint.config.js).',
            ...outer,
            ...SERVICE_COMPOSITION.map((name) => `../${name}.ts`),
            ...(part === 'database' ? [DOMAIN_TYPES_OF_TABLES] : [])
        ],
        ...(part === 'scheduling' ? [['Scheduling is pure: no I/O, no other part.', 'express', 'kysely', 'pg']] : []),
        ...(part === 'pages' ? [['Pages are given views; they fetch nothing.', 'kysely', 'pg']] : [])
    ];
}

const serviceLayers = SERVICE_PARTS.flatMap((part) => {
    const folder = `booking-service/src/${part}`;
    const rules = [`${folder}/**/*{Service,Store,Worker,Writer}.ts`];
    return [
        noImports([`${folder}/**/*.ts`], restrictionsOf(part), rules),
        noImports(rules, [...restrictionsOf(part), RULES_KNOW_NO_HTTP])
    ];
});

export default tseslint.config(
    {
        ignores: [
            'node_modules/**',
            'force-app/main/default/staticresources/**',
            'dist/**',
            '.cache/**',
            '.data/**',
            'coverage/**',
            'test-results/**',
            'playwright-report/**',
            '**/*.js',
            'types/**'
        ]
    },
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    ...lwcConfig.configs.recommended.map((config) => ({ ...config, files: LWC })),
    {
        files: LWC,
        languageOptions: {
            parser: tseslint.parser,
            parserOptions: { project: ['./tsconfig.lwc.json', './tsconfig.shell.json'], babelOptions: undefined }
        },
        plugins: { '@typescript-eslint': tseslint.plugin },
        rules: {
            ...CHECKED_BY_TSC,
            'no-void': ['error', { allowAsStatement: true }],
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/no-unused-vars': 'error',
            '@typescript-eslint/no-floating-promises': 'error',
            '@typescript-eslint/consistent-type-imports': 'error'
        }
    },
    // The rule keeps timers out of components; tests have to wait for them.
    { files: ['force-app/test/**/*.ts'], rules: { '@lwc/lwc/no-async-operation': 'off' } },
    ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: STRICT })),
    {
        files: NODE,
        languageOptions: { parserOptions: { project: ['./tsconfig.json', './tsconfig.client.json'] } }
    },
    { files: EXTENSION, languageOptions: { parserOptions: { project: ['./tsconfig.extension.json'] } } },
    {
        files: STRICT,
        rules: {
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }]
        }
    },
    {
        files: STRICT,
        ignores: DEFAULT_EXPORT_DEMANDED,
        rules: {
            'no-restricted-syntax': [
                'error',
                { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
                { selector: 'ExportSpecifier[exported.name="default"]', message: 'Named exports only.' }
            ]
        }
    },
    { files: ['**/*.ts'], rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] } },
    {
        files: ['booking-service/src/**/*.ts', 'dev-org/src/**/*.ts'],
        ignores: ['**/server.ts', '**/main.ts', ...TESTS],
        rules: {
            'no-restricted-properties': [
                'error',
                { object: 'process', property: 'env', message: 'Only server.ts and main.ts read the environment.' }
            ]
        }
    },
    noImports(['booking-service/src/*.ts'], [KNOWS_NO_DEV_ORG, ONLY_SALESFORCE_IN_JSFORCE]),
    ...serviceLayers,
    noImports(['dev-org/src/**/*.ts'], [['The dev org does not know the service.', '**/booking-service/**']]),
    {
        files: TESTS,
        rules: {
            'max-lines': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off',
            '@typescript-eslint/unbound-method': 'off'
        }
    }
);
