import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Say } from '@enig/messages';

/** Deepest selection, counted from the operation. Pages use up to nine. */
const MAX_DEPTH = 12;
/** Introspection nests `ofType`, where nothing is read; GraphQL's own rule bounds its lists. */
const MAX_INTROSPECTION_DEPTH = 20;
/** Fields under another name, fragments counted each time they are used. */
const MAX_ALIASES = 15;
/** Fields asked for in all, fragments counted each time they are used. */
const MAX_FIELDS = 1000;
/** Directives in the whole document. */
const MAX_DIRECTIVES = 30;
/** Words and signs in a document; more is not even parsed. */
export const MAX_TOKENS = 3000;

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, fields: 0 };

/**
 * The bounds of one operation, the same over HTTP and on the socket. Every fragment is measured once, so that a
 * document cannot cost more to judge than to read.
 */
export function limits(say: Say): ValidationRule {
  return (context: ValidationContext): ASTVisitor => {
    const measure = measurer(context);
    let directives = 0;
    return {
      Directive: () => {
        directives += 1;
        if (directives === MAX_DIRECTIVES + 1) context.reportError(tooLarge(say));
        return false;
      },
      OperationDefinition: (operation) => {
        if (isTooLarge(operation, measure)) context.reportError(tooLarge(say));
      },
    };
  };
}

function tooLarge(say: Say): GraphQLError {
  return new GraphQLError(say('api.tooComplex'), { extensions: { code: 'OPERATION_TOO_LARGE' } });
}

type Measure = (selections: SelectionSetNode) => Size;

function isTooLarge({ selectionSet }: OperationDefinitionNode, measure: Measure): boolean {
  const { aliases, fields } = measure(selectionSet);
  if (aliases > MAX_ALIASES || fields > MAX_FIELDS) return true;
  return selectionSet.selections.some((selection) => {
    const { depth } = measure({ kind: Kind.SELECTION_SET, selections: [selection] });
    const isIntrospection = selection.kind === Kind.FIELD && selection.name.value.startsWith('__');
    return depth > (isIntrospection ? MAX_INTROSPECTION_DEPTH : MAX_DEPTH);
  });
}

function measurer(context: ValidationContext): Measure {
  const known = new Map<string, Size>();
  const measure: Measure = ({ selections }) => {
    return selections.reduce<Size>((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return plus(sum, fragment(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return plus(sum, measure(selection.selectionSet));
      const below = selection.selectionSet ? measure(selection.selectionSet) : NOTHING;
      const own = {
        depth: below.depth + 1,
        aliases: below.aliases + (selection.alias ? 1 : 0),
        fields: below.fields + 1,
      };
      return plus(sum, own);
    }, NOTHING);
  };
  /** Known as nothing while it is measured: a cycle ends there, and GraphQL's own rule refuses it. */
  const fragment = (name: string): Size => {
    const size = known.get(name);
    if (size) return size;
    known.set(name, NOTHING);
    const definition: FragmentDefinitionNode | null | undefined = context.getFragment(name);
    const measured = definition ? measure(definition.selectionSet) : NOTHING;
    known.set(name, measured);
    return measured;
  };
  return measure;
}

function plus(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    fields: one.fields + other.fields,
  };
}
