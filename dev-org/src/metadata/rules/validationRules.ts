import type { Problem } from '../problems.ts';
import { standardFieldOf } from '../standard/index.ts';
import { first, textOf } from '../xmlElement.ts';
import type { ObjectFolder } from './objectFolders.ts';

const LONGEST_MESSAGE = 255;
const LONGEST_DESCRIPTION = 255;

/** What a deploy refuses in validation rules, their formulas apart. */
export function ruleProblems(folders: Map<string, ObjectFolder>): Problem[] {
    return [...folders.values()].flatMap((folder) =>
        folder.validationRules.flatMap(({ path, xml }) => {
            const errorField = textOf(xml, 'errorDisplayField');
            const isKnown =
                errorField === undefined ||
                errorField === 'Name' ||
                folder.fields.has(errorField) ||
                standardFieldOf(`${folder.name}.${errorField}`) !== undefined;
            const messages = [
                ...(isKnown ? [] : [`errorDisplayField ${errorField} does not exist`]),
                ...(isLonger(textOf(xml, 'errorMessage'), LONGEST_MESSAGE)
                    ? [`an error message has at most ${LONGEST_MESSAGE} characters`]
                    : []),
                ...(isLonger(textOf(xml, 'description'), LONGEST_DESCRIPTION)
                    ? [`a description has at most ${LONGEST_DESCRIPTION} characters`]
                    : [])
            ];
            const at = first(xml, 'errorDisplayField') ?? xml;
            return messages.map((message) => ({ source: path, message, at }));
        })
    );
}

const isLonger = (text: string | undefined, most: number): boolean => (text ?? '').length > most;
