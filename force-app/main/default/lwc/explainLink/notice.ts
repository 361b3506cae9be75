import { fillLabel } from 'c/labelUtils';
import { serviceOriginOf, type ExplainData } from 'c/linkExplanation';
import type { LinkInput } from 'types/explanations';
import { LABELS } from './labels';

/** What is said where no link is shown. */
export interface Notice {
    heading: string;
    nextStep: string;
}

/** Why there is nothing to show; undefined while Salesforce has not answered. */
export function noticeOf(input: LinkInput, data: ExplainData | undefined): Notice | undefined {
    switch (input.kind) {
        case 'typo':
            return { heading: LABELS.typo, nextStep: LABELS.typoNext };
        case 'manage':
            return { heading: LABELS.manage, nextStep: LABELS.manageNext };
        case 'unreadable':
            return { heading: LABELS.unreadable, nextStep: LABELS.unreadableNext };
        default:
            return data && notFound(input, data);
    }
}

function notFound(input: LinkInput, data: ExplainData): Notice {
    const home = serviceOriginOf(data);
    const origin = 'origin' in input ? input.origin : undefined;
    if (home !== undefined && origin !== undefined && origin !== home) {
        return { heading: fillLabel(LABELS.elsewhere, origin), nextStep: fillLabel(LABELS.elsewhereNext, home) };
    }
    return { heading: LABELS.notFound, nextStep: LABELS.notFoundNext };
}
