const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * For specs only: personal numbers of nobody. The days lie before October 2007, when every number had a check digit,
 * and these have a wrong one.
 */
export function numbersOfNobody(count: number): string[] {
  const found: string[] = [];
  for (let seed = 0; found.length < count; seed += 1) {
    const day = 1 + ((seed * 7) % 28);
    const month = 1 + ((seed * 5) % 12);
    const year = (seed * 13) % 100;
    const serial = (1_237 + seed * 1_009) % 10_000;
    const number = [day, month, year].map(twoDigits).join('') + String(serial).padStart(4, '0');
    if (isOfNobody(number)) found.push(number);
  }
  return found;
}

function isOfNobody(number: string): boolean {
  const sum = [...number].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0);
  const [year, seventh] = [Number(number.slice(4, 6)), Number(number[6])];
  return sum % 11 !== 0 && (seventh <= 3 || (year > 7 && year <= 36 && seventh === 4));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** For specs only: every way a personal number is written in the corpus, by what it is an example of. */
export const WRITTEN: Readonly<Record<string, (date: string, serial: string) => string>> = {
  hyphen: (d, s) => `${d}-${s}`,
  'in a sentence': (d, s) => `Min søn (${d}-${s}) venter på en plads.`,
  'at the end of a sentence': (d, s) => `Hans nummer er ${d}-${s}.`,
  'non-breaking hyphen': (d, s) => `${d}\u2011${s}`,
  'en dash': (d, s) => `${d}–${s}`,
  'em dash with blanks': (d, s) => `${d} — ${s}`,
  'minus sign': (d, s) => `${d}\u2212${s}`,
  'full-width hyphen': (d, s) => `${d}\uff0d${s}`,
  'hyphen and blanks': (d, s) => `${d} - ${s}`,
  'hyphen at the end of a line': (d, s) => `${d}-\n${s}`,
  'hyphen at the beginning of a line': (d, s) => `${d}\n-${s}`,
  blank: (d, s) => `${d} ${s}`,
  'several blanks': (d, s) => `${d}   ${s}`,
  'no-break space': (d, s) => `${d}\u00a0${s}`,
  'thin space': (d, s) => `${d}\u2009${s}`,
  tab: (d, s) => `CPR\t${d}\t${s}`,
  'line break': (d, s) => `${d}\n${s}`,
  'Windows line break': (d, s) => `${d}\r\n${s}`,
  solid: (d, s) => `${d}${s}`,
  'solid in a sentence': (d, s) => `nummer ${d}${s}, født i Greve`,
  'CPR: solid': (d, s) => `CPR:${d}${s}`,
  'cpr solid without anything between': (d, s) => `cpr${d}${s}`,
  'CPR-nr. with hyphen': (d, s) => `CPR-nr.: ${d}-${s}`,
  'letters right after': (d, s) => `${d}-${s}født`,
  brackets: (d, s) => `(${d}-${s})`,
  quotes: (d, s) => `»${d}-${s}«`,
  'comma list': (d, s) => `Anna Holm,${d}${s},Greve`,
  'semicolon list': (d, s) => `"Holm";"${d}-${s}";"2670"`,
  'table cell': (d, s) => `Anna Holm | ${d}-${s} | Greve`,
  'two cells': (d, s) => `${d} | ${s}`,
  'full stop between': (d, s) => `${d}.${s}`,
  slash: (d, s) => `${d}/${s}`,
  'date in pairs with blanks': (d, s) => `${pairs(d, ' ')} ${s}`,
  'date in pairs with full stops': (d, s) => `${pairs(d, '.')}-${s}`,
  'date in pairs with hyphens': (d, s) => `${pairs(d, '-')}-${s}`,
  'date in pairs with slashes': (d, s) => `${pairs(d, '/')}-${s}`,
  'named date in pairs and a blank': (d, s) => `Personnummer: ${pairs(d, '.')} ${s}`,
  'one digit in each box': (d, s) => `${[...d].join(' ')} - ${[...s].join(' ')}`,
  'one digit in each box without hyphen': (d, s) => `Cpr ${[...d, ...s].join(' ')}`,
  'soft hyphen': (d, s) => `${d}\u00ad${s}`,
  'zero-width space': (d, s) => `${d}\u200b-\u200b${s}`,
  'zero-width inside': (d, s) => `${d.slice(0, 3)}\u200b${d.slice(3)}-${s}`,
  'full-width digits': (d, s) => `${wide(d)}－${wide(s)}`,
  'full-width solid': (d, s) => wide(d + s),
  'line break inside the date': (d, s) => `${d.slice(0, 4)}\n${d.slice(4)}-${s}`,
  'line break inside the serial': (d, s) => `${d}-${s.slice(0, 2)}\n${s.slice(2)}`,
  'after a number in a list': (d, s) => `3. ${d}-${s}`,
  'after a page number': (d, s) => `Side 12 ${d}-${s}`,
  'before another number': (d, s) => `${d}-${s} 2670 Greve`,
  'beside a phone number': (d, s) => `tlf. 20 12 34 56, cpr ${d}-${s}`,
  'in a file name': (d, s) => `høringssvar_${d}-${s}.pdf`,
  'in an address': (d, s) => `https://post.example/besked?cpr=${d}${s}`,
  'in a case number': (d, s) => `Sagsnr. 2026-${d}-${s}`,
  'signature proof': (d, s) => `PID:9208-2002-2-1 Serienummer=CVR:1-RID:2 CN=Anna Holm CPR ${d}${s}`,
  emphasised: (d, s) => `**${d}-${s}**`,
  'letters O for 0': (d, s) => `cpr ${d.replaceAll('0', 'O')}-${s.replaceAll('0', 'O')}`,
  'small letters for 0 and 1': (d, s) => `${d.replaceAll('0', 'o')}-${s.replaceAll('1', 'l')}`,
  'Cyrillic letters for 0': (d, s) => `${d.replaceAll('0', '\u041e')}-${s}`,
  'a word between': (d, s) => `Født ${d}, de sidste fire er ${s}.`,
  'the hyphen in words': (d, s) => `${d} bindestreg ${s}`,
  'the serial in brackets': (d, s) => `cpr: ${d} (${s})`,
  'no-break space and hyphen': (d, s) => `${d}\u00a0-\u00a0${s}`,
  'word joiner inside': (d, s) => `${d.slice(0, 2)}\u2060${d.slice(2)}-${s.slice(0, 2)}\ufeff${s.slice(2)}`,
  'an escaped hyphen in an address': (d, s) => `https://post.example/sag?id=${d}%2D${s}`,
  'escaped digits in an address': (d, s) => `https://post.example/sag?id=${[...d, ...s].map((n) => `%3${n}`).join('')}`,
  'an entity of a web page': (d, s) => `${d}&nbsp;${s}`,
  'a soft hyphen and a line break': (d, s) => `${d}\u00ad\n${s}`,
  'combining marks after the digits': (d, s) => `${d}\u034f-\u034f${s}`,
};

function pairs(date: string, between: string): string {
  return [date.slice(0, 2), date.slice(2, 4), date.slice(4)].join(between);
}

function wide(digits: string): string {
  return [...digits].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
}
