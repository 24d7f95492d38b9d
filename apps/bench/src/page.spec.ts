import { withFigures } from './page';

describe('the page of figures', () => {
  const page = 'Before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nAfter\n';

  it('gets new figures, and what stands around them stays', () => {
    const once = withFigures(page, 'new\n');
    expect(once).toBe('Before\n<!-- figures: begin -->\n\nnew\n\n<!-- figures: end -->\nAfter\n');
    expect(withFigures(once, 'new')).toBe(once);
  });

  it('is refused without its marks', () => {
    expect(() => withFigures('Nothing here', 'new')).toThrow('no place for figures');
  });
});
