import { isOnBoard, readBoardFilter } from './board-filter';

const read = (address: string) => {
  const asked = new URLSearchParams(address);
  return readBoardFilter((name) => asked.get(name));
};
const holbaek = { name: 'Holbæk Kommune', standing: 'postponed', isMissing: true } as const;
const faxe = { name: 'Faxe Kommune', standing: 'approved', isMissing: false } as const;
const seen = (address: string) => [holbaek, faxe].filter((party) => isOnBoard(party, read(address)));

describe('the filter of the board', () => {
  it.each([
    ['', [holbaek, faxe]],
    ['mangler=1', [holbaek]],
    ['mangler=0', [holbaek, faxe]],
    ['stilling=approved', [faxe]],
    ['stilling=alle', [holbaek, faxe]],
    ['navn=HOLBÆK', [holbaek]],
    ['navn=%20axe', [faxe]],
    ['navn=kommune&mangler=1&stilling=approved', []],
  ])('%j', (address, expected) => {
    expect(seen(address)).toEqual(expected);
  });
});
