/** Days in each month of a year that is not a leap year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** What is added to the day of a number given to somebody who has none of their own. da: administrativt personnummer */
const SUBSTITUTE = 60;

/**
 * The year of birth that a personal number says: the century is told by its seventh digit and the year in it (the
 * table in the CPR office's description of the personal number).
 */
export function yearOf(yearInCentury: number, seventh: number): number {
  if (seventh <= 3) return 1900 + yearInCentury;
  if (seventh === 4 || seventh === 9) return yearInCentury <= 36 ? 2000 + yearInCentury : 1900 + yearInCentury;
  return yearInCentury <= 57 ? 2000 + yearInCentury : 1800 + yearInCentury;
}

/** Whether the ten digits begin with a day that has been or will be: 29 February only in the leap years. */
export function saysBirthDate(digits: readonly number[], allowsSubstitute: boolean): boolean {
  const pair = (index: number): number => (digits[index] ?? 0) * 10 + (digits[index + 1] ?? 0);
  const given = pair(0);
  const day = allowsSubstitute && given > SUBSTITUTE ? given - SUBSTITUTE : given;
  const month = pair(2);
  const most = DAYS[month - 1];
  if (most === undefined || day < 1) return false;
  if (day <= most) return true;
  return month === 2 && day === 29 && isLeap(yearOf(pair(4), digits[6] ?? 0));
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
