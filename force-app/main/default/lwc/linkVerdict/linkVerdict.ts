import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import type { ExplainedHost, ExplainedLink, LinkVerdict as Verdict } from 'types/explanations';
import { factsOf, type Fact } from './facts';
import { LABELS } from './labels';
import { ICONS, RULES, STATES } from './words';

interface ShownFact extends Fact {
    key: string;
    url: string | undefined;
}

/** The state of a link, the rule that gave it, what it belongs to and what to do next. */
export default class LinkVerdict extends NavigationMixin(LightningElement) {
    @api hosts: ExplainedHost[] = [];
    @api verdict!: Verdict;

    labels = LABELS;
    urls: Record<string, string> = {};
    private shownLink!: ExplainedLink;

    @api
    get link(): ExplainedLink {
        return this.shownLink;
    }
    set link(link: ExplainedLink) {
        this.shownLink = link;
        void this.findUrls();
    }

    get icon(): string {
        return ICONS[this.verdict.state];
    }

    get stateText(): string {
        return STATES[this.verdict.state];
    }

    get ruleText(): string {
        return RULES[this.verdict.rule].why;
    }

    get nextStepText(): string {
        return RULES[this.verdict.rule].nextStep;
    }

    get facts(): ShownFact[] {
        return factsOf(this.shownLink, this.hosts).map((fact) => ({
            ...fact,
            key: `name ${fact.name}`,
            url: fact.record && this.urls[fact.record.id]
        }));
    }

    private async findUrls(): Promise<void> {
        const records = factsOf(this.shownLink, []).flatMap(({ record }) => record ?? []);
        const found = records.map(async ({ id: recordId, objectApiName }): Promise<[string, string]> => {
            const attributes = { recordId, objectApiName, actionName: 'view' };
            return [recordId, await this[NavigationMixin.GenerateUrl]({ type: 'standard__recordPage', attributes })];
        });
        this.urls = Object.fromEntries(await Promise.all(found));
    }
}
