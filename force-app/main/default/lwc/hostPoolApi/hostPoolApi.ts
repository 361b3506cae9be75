export { POOLS_QUERY, poolsVariables, toPools, type PoolsData } from './poolsQuery';
export { savePool } from './savePool';
export { shareOf } from './shares';
export { TURNS_COUNT_FOR_DAYS, TURNS_QUERY, turnsVariables, type TurnsData } from './turnsQuery';
