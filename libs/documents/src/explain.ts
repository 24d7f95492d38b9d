import words from './domain-words.json';
import type { Block, Run } from './model';

/** A word of the field that not everybody knows, in the forms it is written in, and what it means in plain words. */
export interface DomainWord {
  readonly forms: readonly string[];
  readonly means: string;
}

/** The words that are explained in what is heard, in Danish. da: forklaret ord */
export const DOMAIN_WORDS: readonly DomainWord[] = words;

/**
 * The same blocks with each known word explained where it stands first. Headings, names of facts, tables and links
 * are left as they are.
 */
export function explainWords(blocks: readonly Block[], known: readonly DomainWord[] = DOMAIN_WORDS): Block[] {
  const meaning = new Map(known.flatMap((word) => word.forms.map((form) => [form.toLowerCase(), word] as const)));
  if (meaning.size === 0) return [...blocks];
  const forms = [...meaning.keys()].sort((one, other) => other.length - one.length).map(literal);
  const explainer = new Explainer(
    new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}-])`, 'giu'),
    meaning,
  );
  return blocks.map((block) => explainer.block(block));
}

/** Whether a word is explained somewhere in them. */
export function explainsAny(blocks: readonly Block[]): boolean {
  const inRuns = (runs: readonly Run[]): boolean => runs.some(({ explained }) => explained !== undefined);
  return blocks.some((block) => {
    switch (block.kind) {
      case 'paragraph':
        return inRuns(block.runs);
      case 'list':
        return block.items.some(explainsAny);
      case 'facts':
        return block.facts.some(({ value }) => inRuns(value));
      default:
        return false;
    }
  });
}

class Explainer {
  private readonly seen = new Set<DomainWord>();

  constructor(
    private readonly pattern: RegExp,
    private readonly meaning: ReadonlyMap<string, DomainWord>,
  ) {}

  block(block: Block): Block {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, runs: this.runs(block.runs) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map((inner) => this.block(inner))) };
      case 'facts':
        return { ...block, facts: block.facts.map((fact) => ({ ...fact, value: this.runs(fact.value) })) };
      case 'heading':
      case 'table':
      case 'lines':
      case 'pageBreak':
        return block;
    }
  }

  private runs(runs: readonly Run[]): Run[] {
    return runs.flatMap((run) => (run.href !== undefined || run.explained !== undefined ? [run] : this.run(run)));
  }

  private run(run: Run): Run[] {
    const pieces: Run[] = [];
    let at = 0;
    for (const { 0: found, index } of run.text.matchAll(this.pattern)) {
      const word = this.meaning.get(found.toLowerCase());
      if (!word || this.seen.has(word)) continue;
      this.seen.add(word);
      if (index > at) pieces.push({ ...run, text: run.text.slice(at, index) });
      pieces.push({ ...run, text: found, explained: word.means });
      at = index + found.length;
    }
    if (at < run.text.length || pieces.length === 0) pieces.push({ ...run, text: run.text.slice(at) });
    return pieces;
  }
}

function literal(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
