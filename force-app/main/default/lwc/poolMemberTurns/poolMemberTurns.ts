import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { formatShare } from 'c/dateFormat';
import { TURNS_COUNT_FOR_DAYS, TURNS_QUERY, turnsVariables, type TurnsData } from 'c/hostPoolApi';
import { fillLabel } from 'c/labelUtils';
import { LABELS } from './labels';

/** How fair a pool is to one of its members: the share that is due, and the meetings that came. */
export default class PoolMemberTurns extends LightningElement {
    @api hostName = '';
    /** From 0 to 1. */
    @api share = 0;

    query = TURNS_QUERY;
    /** Undefined until Salesforce has answered, and where it does not. */
    turns: number | undefined = undefined;

    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredTurns({ data }: GraphQLResult<TurnsData>): void {
        this.turns = data?.uiapi.query.Meeting__c.totalCount;
    }

    get variables(): Record<string, unknown> {
        return turnsVariables(this.hostName, new Date());
    }

    get text(): string {
        const share = fillLabel(LABELS.share, formatShare(this.share));
        return this.turns === undefined
            ? share
            : `${share} · ${fillLabel(LABELS.turns, this.turns, TURNS_COUNT_FOR_DAYS)}`;
    }
}
