import { parseLocalDate } from '@enig/kernel';
import { createMessages, formatDate, wordNoted, type Locale, type Say } from '@enig/messages';
import {
  isEmptyRich,
  type ActionJson,
  type CaseJson,
  type FocusAreaJson,
  type GoalJson,
  type HearingResponseJson,
  type RichText,
  type TextJson,
} from '@enig/text';
import type { Block, Run } from './model';
import { levelOf, richBlocks } from './rich-blocks';

/** How a text becomes blocks. */
export interface TextOptions {
  /** The level of the text's own headings, as "Mål", 2 to 4; its title is the caller's. */
  readonly level: number;
  readonly locale?: Locale;
  /** What a focus area is called in an answer; without it answers stand under their number. */
  readonly sectionTitle?: (section: string) => string;
}

/**
 * A text as blocks, without its title. References are called what they were called when the text was frozen; what has
 * no words is left out.
 */
export function textBlocks(json: TextJson, options: TextOptions): Block[] {
  const writer = new TextBlocks(options);
  switch (json.kind) {
    case 'focus-area':
      return writer.focusArea(json);
    case 'chapter':
    case 'easy-read':
      return writer.prose(json.body);
    case 'hearing-response':
      return writer.response(json);
    case 'case':
      return writer.case(json);
  }
}

class TextBlocks {
  private readonly say: Say;
  private readonly locale: Locale;
  private tables = 0;

  constructor(private readonly options: TextOptions) {
    this.locale = options.locale ?? 'da';
    this.say = createMessages(this.locale);
  }

  /** @param deeper  how far under the text's own headings the prose stands. */
  prose(rich: RichText, deeper = 0): Block[] {
    const caption = (): string => this.say('document.table', { number: (this.tables += 1) });
    return richBlocks(rich, { level: this.options.level + deeper, caption, locale: this.locale });
  }

  focusArea({ intro, goals, themes, actions }: FocusAreaJson): Block[] {
    return [
      ...this.prose(intro),
      ...this.items('document.goals', goals, (goal) => this.goalFacts(goal)),
      ...this.items('document.themes', themes, () => []),
      ...this.items('document.actions', actions, (action) => this.actionFacts(action)),
    ];
  }

  response(json: HearingResponseJson): Block[] {
    const places = [null, ...Object.keys(json.sections)];
    return [...places.flatMap((section) => this.place(json, section)), ...this.minority(json)];
  }

  case({ summary, case: story, recommendation, economy, hearing }: CaseJson): Block[] {
    return [
      ...(summary.trim() === '' ? [] : [paragraph(summary)]),
      ...this.under('document.case', story),
      ...this.under('document.recommendation', recommendation),
      ...this.under('document.economy', economy),
      ...this.under('document.hearing', hearing),
    ];
  }

  private items<Item extends { readonly title: string; readonly body: RichText }>(
    code: 'document.goals' | 'document.themes' | 'document.actions',
    items: readonly Item[],
    factsOf: (item: Item) => Fact[],
  ): Block[] {
    if (items.length === 0) return [];
    const pieces = items.flatMap((item, index): Block[] => {
      const title = item.title.trim() === '' ? this.say('document.untitled') : item.title;
      const facts = factsOf(item);
      return [
        this.heading(`${index + 1}. ${title}`, 1),
        ...this.prose(item.body, 2),
        ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
      ];
    });
    return [this.heading(this.say(code), 0), ...pieces];
  }

  private goalFacts({ criterion, owner, ownerName, due }: GoalJson): Fact[] {
    return [
      ...this.fact('document.criterion', criterion),
      ...this.fact('document.owner', ownerName ?? owner ?? ''),
      ...this.fact('document.due', this.day(due)),
    ];
  }

  private actionFacts({ responsible, responsibleName, from, to }: ActionJson): Fact[] {
    return [
      ...this.fact('document.responsible', responsibleName ?? responsible ?? ''),
      ...this.fact('document.from', this.day(from)),
      ...this.fact('document.to', this.day(to)),
    ];
  }

  /** Everything an answer says about one focus area, or in general. */
  private place(json: HearingResponseJson, section: string | null): Block[] {
    const { entries, comments, statements } = said(json);
    const prose = section === null ? json.general : (json.sections[section] ?? null);
    const own = [
      ...(entries[section ?? 'general']?.noRemarks ? [paragraph(this.say('document.noRemarks'))] : []),
      ...(prose && !isEmptyRich(prose) ? this.prose(prose, 1) : []),
      ...comments.filter((each) => each.section === (section ?? '')).flatMap((each) => this.comment(each)),
      ...statements.filter((each) => each.section === section).flatMap((each) => this.statement(each)),
    ];
    if (own.length === 0) return [];
    const title = section === null ? this.say('slot.general') : this.options.sectionTitle?.(section);
    return [this.heading(title ?? this.say('document.untitled'), 0), ...own];
  }

  private comment({ anchor, body }: HearingResponseJson['comments'][number]): Block[] {
    const about = anchor ? this.say('document.commentTo', { words: anchor.exact }) : this.say('document.comment');
    return [note(about), ...this.prose(body, 1)];
  }

  private statement({ how, who, on, noted, body }: HearingResponseJson['statements'][number]): Block[] {
    const where = this.say(`document.said.${how}`);
    const by = [who.trim(), this.day(on)].filter((word) => word !== '').join(', ');
    const said = by === '' ? where : `${where}: ${by}`;
    return [note(noted ? `${said} (${wordNoted(this.say, noted)})` : said), ...this.prose(body, 1)];
  }

  private minority({ minority }: HearingResponseJson): Block[] {
    if (isEmptyRich(minority)) return [];
    return [this.heading(this.say('slot.minority'), 0), ...this.prose(minority, 1)];
  }

  private under(code: CaseHeading, rich: RichText): Block[] {
    return isEmptyRich(rich) ? [] : [this.heading(this.say(code), 0), ...this.prose(rich, 1)];
  }

  private heading(words: string, deeper: number): Block {
    return { kind: 'heading', level: levelOf(this.options.level + deeper), runs: [{ text: words }] };
  }

  private fact(code: FactName, value: string): Fact[] {
    return value.trim() === '' ? [] : [{ name: this.say(code), value: [{ text: value }] }];
  }

  private day(given: string | null): string {
    const parsed = parseLocalDate(given ?? '');
    return parsed.ok ? formatDate(parsed.value, this.locale) : (given ?? '');
  }
}

type Fact = { readonly name: string; readonly value: readonly Run[] };
type FactName = `document.${'criterion' | 'owner' | 'due' | 'responsible' | 'from' | 'to'}`;
type CaseHeading = `document.${'case' | 'economy' | 'hearing' | 'recommendation'}`;

/** An answer sent before there were entries, comments and statements has none. */
function said(json: HearingResponseJson): Pick<HearingResponseJson, 'entries' | 'comments' | 'statements'> {
  const { entries = {}, comments = [], statements = [] }: Partial<HearingResponseJson> = json;
  return { entries, comments, statements };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] };
}

function note(text: string): Block {
  return { kind: 'paragraph', tone: 'note', runs: [{ text }] };
}
