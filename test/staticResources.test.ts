import { readText } from './support/repository.ts';

describe('static resources', () => {
    it('hold Chart.js as npm has it, licence included, without the address of a map that is not there', () => {
        const published = readText('node_modules/chart.js/dist/chart.umd.min.js');
        const ours = readText('force-app/main/default/staticresources/ChartJs.js');
        expect(ours).toBe(published.replace(/^\/\/# sourceMappingURL=.*\n?/m, ''));
        expect(ours).toContain('Released under the MIT License');
    });
});
