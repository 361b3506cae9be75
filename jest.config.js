import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const { jestConfig: lwcJest } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

const rootDir = import.meta.dirname;

// Jest writes its report there and does not make the folder.
mkdirSync(`${rootDir}/test-results`, { recursive: true });

const swc = [
    '@swc/jest',
    { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' }, swcrc: false }
];

/** Node code under Jest: TypeScript and ESM-only dependencies become CommonJS on the fly. */
const nodeProject = (displayName, roots) => ({
    displayName,
    rootDir,
    roots,
    testEnvironment: 'node',
    testMatch: ['**/*.test.ts'],
    transform: { '^.+\\.[cm]?[tj]sx?$': swc },
    transformIgnorePatterns: [
        '/node_modules/(?!(kysely|nodemailer|smtp-server|postal-mime|zod-openapi|temporal-[^/]+|ical-generator|jose|hono|@jetstreamapp/[^/]+)/)'
    ]
});

export default {
    // Real databases, servers and compilers start in these tests; a busy machine may take its time.
    testTimeout: 60_000,
    projects: [
        {
            ...lwcJest,
            displayName: 'lwc',
            rootDir,
            roots: ['<rootDir>/force-app'],
            modulePathIgnorePatterns: ['<rootDir>/dev-org', '<rootDir>/dist'],
            setupFilesAfterEnv: [...(lwcJest.setupFilesAfterEnv ?? []), '<rootDir>/force-app/test/jest.setup.ts'],
            moduleNameMapper: {
                ...lwcJest.moduleNameMapper,
                '^lightning/modal$': '<rootDir>/force-app/test/jest-mocks/lightning/modal'
            }
        },
        {
            ...nodeProject('service', ['<rootDir>/booking-service']),
            globalSetup: '<rootDir>/booking-service/testing/globalSetup.ts',
            globalTeardown: '<rootDir>/booking-service/testing/globalTeardown.ts'
        },
        nodeProject('dev-org', ['<rootDir>/dev-org/src', '<rootDir>/dev-org/seed']),
        {
            ...nodeProject('extension', ['<rootDir>/chrome-extension']),
            moduleNameMapper: {
                '^c/linkToken$': '<rootDir>/force-app/main/default/lwc/linkToken/linkToken.ts'
            }
        },
        nodeProject('repository', ['<rootDir>/test', '<rootDir>/scripts'])
    ]
};
