import type { PointSource } from '@enig/hearing';
import { localDateOf, type Json } from '@enig/kernel';
import { formatDate, type Say } from '@enig/messages';

/**
 * The heading a paragraph stands under, the words a comment hangs on, how and by whom a statement was made, a file's name
 * and page; null where there is no more to say.
 */
export function aboutOf(source: PointSource, say: Say): string | null {
  switch (source.kind) {
    case 'paragraph':
      return source.heading ?? null;
    case 'comment':
      return quoteIn(source.anchor);
    case 'statement': {
      const how = say(`treat.how.${source.how}`);
      const day = source.on === null ? null : formatDate(localDateOf(source.on));
      return [source.who, how, day].filter((part) => part !== null && part !== '').join(', ');
    }
    case 'file':
      return source.page === undefined ? source.name : say('memo.about.page', { name: source.name, page: source.page });
  }
}

/** The words an anchor was put on; null where a program lost them. */
function quoteIn(anchor: Json): string | null {
  if (typeof anchor !== 'object' || anchor === null || Array.isArray(anchor)) return null;
  const exact = (anchor as { readonly [name: string]: Json })['exact'];
  return typeof exact === 'string' ? exact : null;
}
