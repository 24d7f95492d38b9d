import { isWellFormedId } from './kinds';

/** Whether a value may stand in an attribute. */
export type AttributeCheck = (value: unknown) => boolean;

const SAFE_HREF = /^(?:https?:\/\/[^\s/?#\\]|mailto:[^\s@]+@[^\s@])[^\s\\]*$/i;
const MAX_HREF = 2048;
const MAX_SPAN = 1_000;
const MAX_WIDTH = 10_000;

/** Whether a link may point there: https, http or mailto, written out, without blanks and at most 2,048 characters. */
export function isSafeHref(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_HREF && SAFE_HREF.test(value) && !hasControl(value);
}

function hasControl(value: string): boolean {
  return [...value].some((character) => character < ' ' || character === '\u007f' || character === '"');
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

const isSpan: AttributeCheck = (value) => isWhole(value, 1, MAX_SPAN);
const isWidth: AttributeCheck = (value) => isWhole(value, 0, MAX_WIDTH);

const CELL: Readonly<Record<string, AttributeCheck>> = {
  colspan: isSpan,
  rowspan: isSpan,
  colwidth: (value) => value === null || (Array.isArray(value) && value.length <= MAX_SPAN && value.every(isWidth)),
  align: (value) => value === null || value === 'left' || value === 'center' || value === 'right',
};

/** The values every attribute may have, by node or mark and attribute. What is not named here may not stand. */
export const ATTRIBUTE_CHECKS: Readonly<Record<string, Readonly<Record<string, AttributeCheck>>>> = {
  heading: { level: (value) => value === 2 || value === 3 || value === 4 },
  orderedList: { start: (value) => isWhole(value, 0, Number.MAX_SAFE_INTEGER) },
  tableCell: CELL,
  tableHeader: CELL,
  crossReference: {
    target: isWellFormedId,
    label: (value) => value === null || typeof value === 'string',
  },
  link: { href: isSafeHref },
};

/** The level of a heading that says none: two people who both undo can leave it without. */
export const LEVEL_UNSAID = 2;

/** Attributes that canonical prose says also where they have their default, as versions always did. */
export const ALWAYS_SAID: ReadonlySet<string> = new Set(['heading.level']);

/** The check of one attribute; one that no value passes where the attribute is unknown. */
export function attributeCheck(type: string, attribute: string): AttributeCheck {
  return ATTRIBUTE_CHECKS[type]?.[attribute] ?? (() => false);
}

/** The same as ProseMirror wants it: throws a RangeError. */
export function validator(type: string, attribute: string): (value: unknown) => void {
  const passes = attributeCheck(type, attribute);
  return (value) => {
    if (!passes(value)) throw new RangeError(`${type}.${attribute} cannot have this value`);
  };
}
