import named from '@salesforce/label/c.Chart_Named';
import showChart from '@salesforce/label/c.Chart_ShowChart';
import showTable from '@salesforce/label/c.Chart_ShowTable';

export const LABELS = {
    named,
    showChart,
    showTable
};
