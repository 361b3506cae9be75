import lwcConfig from '@salesforce/eslint-config-lwc';
import tseslint from 'typescript-eslint';

const LWC = ['force-app/main/default/lwc/**/*.ts', 'dev-org/modules/**/*.ts'];
const NODE = ['booking-service/**/*.ts', 'dev-org/src/**/*.ts', 'dev-org/seed/**/*.ts', 'scripts/**/*.ts', 'e2e/**/*.ts', 'test/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/__tests__/**', '**/testing/**', 'e2e/**', 'test/**'];

// tsc checks these already, and ESLint's own versions do not understand type-only syntax.
const CHECKED_BY_TSC = Object.fromEntries(
    ['no-undef', 'no-unused-vars', 'no-redeclare', 'no-restricted-globals', 'import/named', 'import/no-unresolved'].map(
        (rule) => [rule, 'off']
    )
);

/** Forbids imports that would point outward; `patterns` are gitignore-style module names. */
const noImports = (files, patterns, message) => ({
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] }
});

export default tseslint.config(
    { ignores: ['node_modules/**', 'dist/**', '.cache/**', '.data/**', 'coverage/**', 'test-results/**', 'playwright-report/**', '**/*.js', 'types/**'] },
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
    ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: NODE })),
    {
        files: NODE,
        languageOptions: { parserOptions: { project: ['./tsconfig.json', './tsconfig.client.json'] } },
        rules: {
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
            'no-restricted-syntax': [
                'error',
                { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }
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
    noImports(
        ['booking-service/src/**/*.ts'],
        ['**/dev-org/**'],
        'The service knows Salesforce, not the dev org (tests may start one).'
    ),
    noImports(['dev-org/src/**/*.ts'], ['**/booking-service/**'], 'The dev org does not know the service.'),
    noImports(
        ['booking-service/src/scheduling/**/*.ts'],
        ['express', 'kysely', 'pg', 'jsforce', '../*'],
        'Scheduling is pure: no I/O, no other feature.'
    ),
    {
        files: TESTS,
        rules: {
            'max-lines': 'off',
            'no-restricted-imports': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off',
            '@typescript-eslint/unbound-method': 'off'
        }
    }
);
