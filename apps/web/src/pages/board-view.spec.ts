import { filterOf, readView, shownRows, type Board } from './board-view';

const row = (id: string, name: string, standing: string) => ({ party: { id, name }, standing });
const board = {
  rows: [
    row('1', 'Faxe Kommune', 'approved'),
    row('2', 'Greve Kommune', 'notStarted'),
    row('3', 'Holbæk Kommune', 'postponed'),
    row('4', 'Region Sjælland', 'notStarted'),
  ],
  missing: [{ id: '2' }, { id: '3' }, { id: '4' }],
  meetings: [
    { party: '3', on: '2026-06-24', isInTime: true },
    { party: '4', on: '2026-05-01', isInTime: true },
  ],
} as unknown as Board;

const shown = (address: string) =>
  shownRows(board, readView(new URLSearchParams(address))).map(({ party }) => party.name.split(' ')[0]);

describe('what is shown of the board', () => {
  it.each([
    ['', ['Faxe', 'Greve', 'Holbæk', 'Region']],
    ['mangler=1', ['Greve', 'Holbæk', 'Region']],
    ['mangler=1&orden=meeting', ['Region', 'Holbæk', 'Greve']],
    ['orden=standing', ['Greve', 'Region', 'Faxe', 'Holbæk']],
    ['orden=colour&navn=kommune', ['Faxe', 'Greve', 'Holbæk']],
    ['stilling=postponed', ['Holbæk']],
  ])('%j', (address, names) => {
    expect(shown(address)).toEqual(names);
  });

  it('is asked for as a file by the same address, whatever the order', () => {
    expect(filterOf(new URLSearchParams('mangler=1&orden=meeting&navn=Holbæk&andet=1'))).toBe(
      '?mangler=1&navn=Holb%C3%A6k',
    );
    expect(filterOf(new URLSearchParams('orden=meeting&navn='))).toBe('');
  });
});
