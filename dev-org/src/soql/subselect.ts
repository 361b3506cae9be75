import type { Subquery } from '@jetstreamapp/soql-parser-js';
import type { Row } from '../store/recordStore.ts';
import type { QueryScope } from './queryScope.ts';
import type { ResultRecord } from './selection.ts';

/** Answers a child subquery: writes the children of a row into its record. */
export type Subselect = (subquery: Subquery, scope: QueryScope) => (row: Row, record: ResultRecord) => void;
