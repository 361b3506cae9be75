/** The one place that asks Salesforce for the figures of Home. */
export { WEEKS_QUERY, WEEK_COUNT, toWeeks, weeksVariables, type Week, type WeeksData } from './weeksQuery';
export { FIGURES_QUERY, figuresVariables, toFigures, type Figures, type FiguresData } from './figuresQuery';
export { DELAYS_QUERY, delaysVariables, toDelays, type DelaysData } from './delaysQuery';
