import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

/** The committed schema. For specs only. */
export const schema: GraphQLSchema = buildSchema(readFileSync(join(__dirname, '../../../schema.graphql'), 'utf8'));

/** A root field and the smallest operation that asks for it, with made-up arguments. */
export interface RootOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly field: string;
  readonly operation: string;
}

/** One operation for every root field there is. */
export function rootOperations(): RootOperation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, type]) => {
    return Object.values(type?.getFields() ?? {}).map((field) => ({
      kind,
      field: field.name,
      operation: `${kind} { ${asked(field)} }`,
    }));
  });
}

function asked(field: GraphQLField<unknown, unknown>): string {
  const given = field.args.filter(isNeeded).map((arg) => `${arg.name}: ${literal(arg.type)}`);
  const selection = isObjectType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection}`;
}

function isNeeded({ type }: GraphQLArgument | GraphQLInputField): boolean {
  return isNonNullType(type);
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isNeeded);
    return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'none';
  if (!isLeafType(type)) throw new Error('No such input');
  return LITERALS[type.name] ?? '"x"';
}

const LITERALS: Readonly<Record<string, string>> = {
  ID: '"00000000-0000-4000-8000-000000000000"',
  LocalDate: '"2026-10-15"',
  Boolean: 'true',
  Int: '1',
};
