import fc from 'fast-check';
import { brandStyles, brandStylesPath, isBrandColor } from './brand.ts';
import { brandColors, contrast } from './brandColors.ts';

const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const GROUNDS = { light: ['#ffffff', '#f4f6f5'], dark: ['#161e1b', '#0e1412'] } as const;

describe('brandColors', () => {
    it('stays readable whatever the brand’s colour is, light and dark', () => {
        fc.assert(
            fc.property(anyColor, (brand) => {
                const schemes = brandColors(brand);
                for (const kind of ['light', 'dark'] as const) {
                    const colors = schemes[kind];
                    for (const text of [colors.accent, colors['accent-strong']]) {
                        for (const ground of [...GROUNDS[kind], colors['accent-soft']]) {
                            expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
                        }
                        expect(contrast(colors['on-accent'], text)).toBeGreaterThanOrEqual(4.5);
                    }
                }
            })
        );
    });

    it('leaves a colour alone that can be read as it is', () => {
        expect(brandColors('#0b3d91').light.accent).toBe('#0b3d91');
    });

    it.each([
        ['#000000', '#ffffff', 21],
        ['#777777', '#ffffff', 4.48],
        ['#0000ff', '#ffffff', 8.59]
    ])('sees between %s and %s a contrast of %d, as WCAG does', (one, other, expected) => {
        expect(contrast(one, other)).toBeCloseTo(expected, 2);
    });
});

describe('brandStyles', () => {
    it('are found again by the path that names the colour', () => {
        expect(brandStyles(brandStylesPath('#0B3D91'))).toContain('--accent:#0b3d91');
    });

    it.each(['/assets/brand/red.css', '/assets/brand/0b3d91', '/assets/brand/0b3d9g.css', '/assets/0b3d91.css'])(
        'are not at %s',
        (path) => {
            expect(brandStyles(path)).toBeUndefined();
        }
    );

    it('take no text for a colour that is none', () => {
        expect(['#0d6656', '#0D6656'].every(isBrandColor)).toBe(true);
        expect(['0d6656', '#0d665', 'red', '#0d6656;}', ''].some(isBrandColor)).toBe(false);
    });
});
