import { localDateOf } from '@enig/kernel';
import { createMessages } from '@enig/messages';
import { formatsIn } from '../formats';
import { dayToWriteUntil, periodWords, standingWords, writingWords } from './agreement-period';

const m = createMessages('da');
const formats = formatsIn('da');
const agreement = { periodFrom: '2021-01-01', periodTo: '2022-12-31' };
const day = localDateOf;

describe('where in its period an agreement is', () => {
  it.each([
    ['2020-12-31', 'aftaleperioden begynder 1.\u00a0januar 2021'],
    ['2021-01-01', 'aftaleperioden løber til 31.\u00a0december 2022'],
    ['2022-12-31', 'aftaleperioden løber til 31.\u00a0december 2022'],
    ['2023-01-01', 'aftaleperioden sluttede 31.\u00a0december 2022'],
  ])('on %s: %s', (today, words) => {
    expect(periodWords(agreement, day(today), m, formats)).toBe(words);
  });
});

describe('AG-22 until when an agreement is written', () => {
  const says = (today: string, isWritingOpen = true, writingUntil: string | null = '2026-10-09') =>
    writingWords({ isWritingOpen, writingUntil }, day(today), m, formats);

  it('is said through its day, and then that the day has passed and people still write', () => {
    expect(says('2026-10-09')).toBe('der kan skrives til 9.\u00a0oktober 2026 kl.\u00a024');
    expect(says('2026-10-10')).toBe('teksten skulle være skrevet 9.\u00a0oktober 2026, men der kan stadig skrives');
  });

  it('is no day any more to whoever writes in a section once it has passed', () => {
    const until = (today: string) => dayToWriteUntil({ writingUntil: '2026-10-09' }, day(today));
    expect([until('2026-10-09'), until('2026-10-10')]).toEqual(['2026-10-09', null]);
  });

  it('is not said where nobody writes, or no day is set', () => {
    expect(says('2026-10-01', false)).toBeNull();
    expect(says('2026-10-01', true, null)).toBeNull();
  });
});

describe('AG-9 how an agreement is said to stand', () => {
  const says = (standing: 'deciding' | 'concluded' | 'inForce' | 'ended', concludedOn: string | null, today: string) =>
    standingWords({ ...agreement, standing, concludedOn }, day(today), m, formats).join(' · ');

  it('is concluded on its day, first and foremost, also where the period was over by then', () => {
    expect(says('concluded', '2026-11-22', '2026-11-22')).toBe(
      'indgået 22.\u00a0november 2026 · aftaleperioden sluttede 31.\u00a0december 2022',
    );
    expect(says('concluded', '2020-10-15', '2020-10-15')).toBe(
      'indgået 15.\u00a0oktober 2020 · aftaleperioden begynder 1.\u00a0januar 2021',
    );
  });

  it('is in force or over where it has been in force', () => {
    expect(says('inForce', '2020-10-15', '2021-05-01')).toBe('i kraft · indgået 15.\u00a0oktober 2020');
    expect(says('ended', '2020-10-15', '2023-05-01')).toBe('udløbet · indgået 15.\u00a0oktober 2020');
  });

  it('is its state before', () => {
    expect(says('deciding', null, '2020-10-15')).toBe('til beslutning');
  });
});
