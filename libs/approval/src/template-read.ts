import { err, ok, type Result } from '@enig/kernel';
import {
  STEP_BODY_KINDS,
  STEP_ROLES,
  type StepBody,
  type StepBodyKind,
  type StepDue,
  type StepRole,
  type StepTemplate,
} from './template';

/** What is written down is no list of steps: where, as `steps[2].role`. */
export interface NotSteps {
  readonly code: 'AP-27-NOT-A-TEMPLATE';
  readonly path: string;
}

/**
 * The steps of a template as they are stored or come in a file. Steps that were stored with a whole number for their
 * order and kinds for their bodies, as the first templates were, are read as coming after all of the next lower order.
 */
export function readSteps(given: unknown): Result<readonly StepTemplate[], NotSteps> {
  if (!Array.isArray(given)) return notSteps('steps');
  const rows: readonly unknown[] = given;
  const steps: StepTemplate[] = [];
  for (const [index, row] of rows.entries()) {
    const step = isObject(row) ? stepOf(row, rows) : 'step';
    if (typeof step === 'string') return notSteps(`steps[${index}].${step}`);
    steps.push(step);
  }
  return ok(steps);
}

type Row = Readonly<Record<string, unknown>>;

/** The step, or the name of the field that is not as it must be. */
function stepOf(row: Row, rows: readonly unknown[]): StepTemplate | string {
  const { key, name, perParty, mandatory, ground } = row;
  if (!isWord(key)) return 'key';
  if (!isWord(name)) return 'name';
  const role = roleOf(row['role']);
  if (!role) return 'role';
  if (typeof perParty !== 'boolean') return 'perParty';
  if (typeof mandatory !== 'boolean') return 'mandatory';
  if (typeof ground !== 'string') return 'ground';
  const after = afterOf(row, rows);
  if (!after) return 'after';
  const bodies = bodiesOf(row);
  if (!bodies) return 'bodies';
  const due = dueOf(row['due'] ?? null);
  if (due === undefined) return 'due';
  return { key, name, after, bodies, role, perParty, mandatory, ground, due };
}

function afterOf({ after, order }: Row, rows: readonly unknown[]): readonly string[] | null {
  if (Array.isArray(after)) return after.every(isWord) ? after : null;
  if (typeof order !== 'number') return null;
  const others = rows.filter(isObject).flatMap((row) => {
    const { key, order: at } = row;
    return isWord(key) && typeof at === 'number' && at < order ? [{ key, at }] : [];
  });
  const nearest = Math.max(...others.map(({ at }) => at));
  return others.filter(({ at }) => at === nearest).map(({ key }) => key);
}

function bodiesOf({ bodies, bodyKinds }: Row): readonly StepBody[] | null {
  const given = Array.isArray(bodies) ? bodies : Array.isArray(bodyKinds) ? bodyKinds.map((kind) => ({ kind })) : null;
  if (!given) return null;
  const found: StepBody[] = [];
  for (const each of given) {
    if (!isObject(each)) return null;
    const kind = kindOf(each['kind']);
    const name = each['name'] ?? null;
    if (!kind || !(name === null || isWord(name))) return null;
    found.push({ kind, name });
  }
  return found;
}

function dueOf(due: unknown): StepDue | null | undefined {
  if (due === null) return null;
  if (!isObject(due)) return undefined;
  const { kind, days, month } = due;
  if (kind === 'beforeDeadline' && isWhole(days) && days >= 0) return { kind, days };
  if (kind === 'month' && isWhole(month) && month >= 1 && month <= 12) return { kind, month };
  return undefined;
}

function roleOf(role: unknown): StepRole | undefined {
  return STEP_ROLES.find((each) => each === role);
}

function kindOf(kind: unknown): StepBodyKind | undefined {
  return STEP_BODY_KINDS.find((each) => each === kind);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notSteps(path: string): Result<never, NotSteps> {
  return err({ code: 'AP-27-NOT-A-TEMPLATE', path });
}
