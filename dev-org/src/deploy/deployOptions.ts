import { z } from 'zod';
import { notSupported, SalesforceError } from '../salesforceError.ts';

const Options = z.looseObject({
    checkOnly: z.boolean().default(false),
    ignoreWarnings: z.boolean().default(false),
    rollbackOnError: z.boolean().default(true),
    purgeOnDelete: z.boolean().default(false),
    allowMissingFiles: z.boolean().default(false),
    autoUpdatePackage: z.boolean().default(false),
    performRetrieve: z.boolean().default(false),
    singlePackage: z.boolean().default(true),
    testLevel: z
        .enum(['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg', 'RunRelevantTests'])
        .optional(),
    runTests: z.array(z.string()).default([])
});

/** How a deployment is to be done. */
export type DeployOptions = z.infer<typeof Options>;

const Request = z.looseObject({ deployOptions: Options.prefault({}) });

/** Reads the JSON part of a deploy request. @throws SalesforceError for options the dev org cannot honour */
export function readDeployOptions(text: string): DeployOptions {
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch (error) {
        throw new SalesforceError('JSON_PARSER_ERROR', error instanceof Error ? error.message : String(error));
    }
    const parsed = Request.safeParse(json);
    if (!parsed.success) throw new SalesforceError('INVALID_INPUT', z.prettifyError(parsed.error));
    const options = parsed.data.deployOptions;
    refuseUnsupported(options);
    return options;
}

function refuseUnsupported(options: DeployOptions): void {
    if (!options.rollbackOnError)
        throw notSupported('deployments that keep a part when another fails (rollbackOnError)');
    if (!options.singlePackage) throw notSupported('archives of several packages (singlePackage)');
    if (options.allowMissingFiles) throw notSupported('archives with missing files (allowMissingFiles)');
    if (options.autoUpdatePackage) throw notSupported('archives that package.xml does not list (autoUpdatePackage)');
    if (options.performRetrieve) throw notSupported('retrieving after a deployment (performRetrieve)');
    if (options.runTests.length > 0) throw notSupported('Apex tests');
}
