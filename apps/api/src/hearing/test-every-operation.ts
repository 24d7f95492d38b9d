import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { schema } from '../test-operations';

/** For specs only: ids of everything there is, by kind; what somebody who guesses every address would ask about. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Most fields of one operation; larger ones are asked in pieces. */
const FIELDS = 900;
const DEEPEST = 10;

/** Every query, with every id that it can be asked about; all that hangs on what it gives, as deep as it goes. */
export function queriesAbout(known: Known): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const selections = selectionsOf(field);
    return argumentsOf(field, known).flatMap((given) => selections.map((each) => `{ ${field.name}${given}${each} }`));
  });
}

/** Every subscription there is about what there is, with all it would tell of. */
export function watchesOf(known: Known): string[] {
  return Object.values(schema.getSubscriptionType()?.getFields() ?? {}).flatMap((field) => {
    const selections = selectionsOf(field);
    const named = { ...field, name: WATCHED[field.name] ?? field.name };
    return argumentsOf(named, known).flatMap((given) =>
      selections.map((each) => `subscription { ${field.name}${given}${each} }`),
    );
  });
}

/** Every command there is about what there is, as well as can be made up. */
export function commandsAbout(known: Known): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
    const given = field.args.filter(isNeeded).map(({ name, type }) => `${name}: ${literal(type, name, known)}`);
    const parameters = given.length === 0 ? '' : `(${given.join(', ')})`;
    const payload = getNamedType(field.type);
    const refused = isObjectType(payload) && payload.getFields()['refused'] ? 'refused { code message details }' : '';
    const shown = isObjectType(payload) ? ` { __typename ${refused} }` : '';
    return `mutation { ${field.name}${parameters}${shown} }`;
  });
}

function argumentsOf({ name, args }: GraphQLField<unknown, unknown>, known: Known): string[] {
  const needed = args.filter(isNeeded);
  if (needed.length === 0) return [''];
  const lists = needed.map((arg) => {
    if (isInputObjectType(getNamedType(arg.type))) return [`${arg.name}: ${literal(arg.type, arg.name, known)}`];
    const kind = arg.name === 'id' ? name : (KINDS[arg.name] ?? arg.name);
    const ids = known[KINDS[kind] ?? kind];
    if (!ids) throw new Error(`Nothing is known to ask ${name} about`);
    return ids.map((id) => `${arg.name}: "${id}"`);
  });
  const [first = []] = lists;
  return first.map((_, index) => `(${lists.map((list) => list[index] ?? list.at(-1) ?? '').join(', ')})`);
}

const KINDS: Readonly<Record<string, string>> = {
  hash: 'version',
  before: 'version',
  after: 'version',
  textMilestone: 'milestone',
};

/** What the id that a subscription asks for is of. */
const WATCHED: Readonly<Record<string, string>> = {
  agreementChanged: 'agreement',
  jobChanged: 'job',
  responseChanged: 'response',
  sectionChanged: 'section',
};

function selectionsOf(field: GraphQLField<unknown, unknown>): string[] {
  const type = getNamedType(field.type);
  // An agreement is asked about by itself.
  const known = field.name === 'agreement' ? [] : ['Agreement'];
  return isObjectType(type) ? pieces(type, [type.name, ...known]) : [''];
}

/** All of a type in as few selections as the limits of one operation allow. */
function pieces(type: GraphQLObjectType, within: readonly string[]): string[] {
  const whole = selection(type, within);
  if (count(whole) <= FIELDS) return [` ${whole}`];
  return Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    if (field.args.some(isNeeded)) return [];
    if (!isObjectType(below)) return [` { ${field.name} }`];
    if (within.includes(below.name)) return [];
    return pieces(below, [...within, below.name]).map((each) => ` { ${field.name}${each} }`);
  });
}

/** All fields of a type and of what hangs on it; a type is not entered again inside itself. */
function selection(type: GraphQLObjectType, within: readonly string[]): string {
  const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isNeeded));
  const shown = fields.flatMap((field) => {
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [field.name];
    const isEntered = within.includes(below.name) || within.length >= DEEPEST;
    return isEntered ? [] : [`${field.name} ${selection(below, [...within, below.name])}`];
  });
  return `{ __typename ${shown.join(' ')} }`;
}

function count(selected: string): number {
  return selected.match(/\w+/g)?.length ?? 0;
}

function isNeeded({ type }: GraphQLArgument | GraphQLInputField): boolean {
  return isNonNullType(type);
}

function literal(type: GraphQLInputType, name: string, known: Known): string {
  if (isNonNullType(type)) return literal(type.ofType, name, known);
  if (isListType(type)) return `[${literal(type.ofType, name, known)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isNeeded);
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name, known)}`).join(', ')} }`;
  }
  switch (getNamedType(type).name) {
    case 'Int':
      return '1';
    case 'Boolean':
      return 'true';
    case 'LocalDate':
      return '"2031-10-15"';
    case 'ID':
      return `"${known[OF_INPUT[name] ?? name]?.[0] ?? '00000000-0000-4000-8000-000000000000'}"`;
    default:
      return '"ord"';
  }
}

const OF_INPUT: Readonly<Record<string, string>> = {
  points: 'point',
  file: 'responseFile',
  sha256: 'file',
  councils: 'body',
  invited: 'body',
};
