import { endOfDay, instantFromMillis, instantOf, localDateOf } from '@enig/kernel';
import { deadlineChangesAt, wordDeadline, wordDueAt, wordTimeLeft } from './deadline';

const NBSP = '\u00a0';
const dueAt = endOfDay(localDateOf('2026-04-10'));
const at = instantOf;
const plain = (words: string): string => words.replaceAll(NBSP, ' ');

describe('a deadline is said with weekday, date, clock and how long is left', () => {
  it.each([
    ['18 days ahead', '2026-03-23T10:00:00Z', 'fredag den 10. april 2026 kl. 24 · 18 dage'],
    ['late in the evening, over the change to summer time', '2026-03-28T22:59:59Z', '… · 13 dage'],
    ['tomorrow', '2026-04-08T22:00:00Z', '… · i morgen'],
    ['the last day, which counts whole', '2026-04-09T22:00:00Z', '… · i dag, 24 timer tilbage'],
    ['with hours left, whole ones', '2026-04-10T16:30:00Z', '… · i dag, 5 timer tilbage'],
    ['with an hour left', '2026-04-10T21:00:00Z', '… · i dag, 1 time tilbage'],
    ['with minutes left', '2026-04-10T21:00:01Z', '… · i dag, 59 minutter tilbage'],
    ['with seconds left', '2026-04-10T21:59:59.999Z', '… · i dag, under et minut tilbage'],
    ['at the very moment', '2026-04-10T22:00:00Z', '… · udløb i går · et svar er nu for sent'],
    ['long past', '2026-05-10T10:00:00Z', '… · udløb for 30 dage siden · et svar er nu for sent'],
  ])('%s', (_, now, expected) => {
    const words = plain(wordDeadline({ dueAt }, at(now)));
    expect(words).toBe(expected.replace('…', 'fredag den 10. april 2026 kl. 24'));
  });

  it('and that it was extended', () => {
    const words = (now: string) => plain(wordDeadline({ dueAt, isExtended: true }, at(now)));
    expect(words('2026-04-01T10:00:00Z')).toBe('fredag den 10. april 2026 kl. 24 · 9 dage · forlænget');
    expect(words('2026-04-11T10:00:00Z')).toContain('· udløb i går · forlænget · et svar er nu for sent');
  });

  it('in English too', () => {
    const words = plain(wordDeadline({ dueAt, isExtended: true }, at('2026-04-10T16:30:00Z'), 'en'));
    expect(words).toBe('the end of Friday, 10 April 2026 · today, 5 hours left · extended');
  });

  it('keeps the day and the hour on one line', () => {
    expect(wordDueAt(dueAt)).toBe(`fredag den 10.${NBSP}april 2026 kl.${NBSP}24`);
  });

  it('one that is no midnight has its own clock', () => {
    expect(plain(wordDueAt(at('2026-04-10T10:00:00Z')))).toBe('fredag den 10. april 2026 kl. 12.00');
    expect(wordTimeLeft(at('2026-04-10T10:00:00Z'), at('2026-04-10T11:00:00Z'))).toBe('udløb i dag');
  });

  it.each([
    ['the clocks go on', '2026-03-29', 'i dag, 23 timer tilbage'],
    ['the clocks go back', '2026-10-25', 'i dag, 25 timer tilbage'],
  ])('counts the hours there are on the day %s', (_, day, expected) => {
    const date = localDateOf(day);
    const midnight = instantOf(`${day}T00:00:00${day.includes('-10-') ? '+02:00' : '+01:00'}`);
    expect(wordTimeLeft(endOfDay(date), midnight)).toBe(expected);
  });
});

describe('what is said of a deadline is said anew when it changes', () => {
  it.each([
    '2026-03-23T10:00:00Z',
    '2026-04-09T22:00:00Z',
    '2026-04-10T16:30:00Z',
    '2026-04-10T21:00:00Z',
    '2026-04-10T21:59:30Z',
  ])('after %s it is the same until then, and another thing at it', (from) => {
    const now = at(from);
    const next = deadlineChangesAt(dueAt, now);
    expect(next > now).toBe(true);
    const words = (moment: string) => wordDeadline({ dueAt }, instantOf(moment));
    expect(words(instantFromMillis(Date.parse(next) - 1))).toBe(words(now));
    expect(words(next)).not.toBe(words(now));
  });

  it('never stands still', () => {
    let now = at('2026-04-08T10:00:00Z');
    for (let turn = 0; turn < 100 && now <= dueAt; turn += 1) {
      const next = deadlineChangesAt(dueAt, now);
      expect(next > now).toBe(true);
      now = next;
    }
    expect(now > dueAt).toBe(true);
  });
});
