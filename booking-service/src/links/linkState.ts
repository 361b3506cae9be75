import { decideLinkState } from '../../../force-app/main/default/lwc/linkState/linkState.ts';
import type { LinkFacts, LinkState } from '../../../force-app/main/default/lwc/linkState/linkState.ts';

export type { LinkFacts, LinkState };

/** The state of a link, by the rules that components explain it with. */
export const linkState = (facts: LinkFacts): LinkState => decideLinkState(facts).state;
