import { seatKindsFor } from '@enig/access';
import { checkBodies, checkTemplate, type ChainTemplate, type TemplateAct, type TemplateFault } from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { ChainTemplateSchema } from './agreements';
import { templateOf } from './approval-reads';
import { partiesOf } from './place-store';
import { standingBodies } from './way-store';

/** A template that may be chosen, and what stands in its way there: a circle, or a step that nobody can take (AP-26). */
export interface OfferedChain {
  readonly template: ChainTemplate;
  readonly faults: readonly TemplateFault[];
}

/** What a template is chosen for: a region, what is decided on, and by when. */
export interface ChainChoice {
  readonly region: string;
  readonly act: TemplateAct;
  /** The day the region's parties are taken on. */
  readonly partiesOn: LocalDate;
  /** The last day on which it is decided: a body that is gone by then takes no step. */
  readonly deadline: LocalDate;
}

/** The templates that agreements are put on. */
export class ChainReads {
  constructor(private readonly source: DataSource) {}

  /** The newest version of each template for an act, by name, with what stands in its way in a region. */
  async offered(choice: ChainChoice): Promise<readonly OfferedChain[]> {
    return offeredChains(this.source.manager, choice);
  }

  /** One version of a template. @throws Error for no such template. */
  async template(which: Pick<ChainTemplate, 'key' | 'version'>): Promise<ChainTemplate> {
    return templateOf(this.source.manager, which);
  }
}

/** The same inside a transaction. */
export async function offeredChains(manager: EntityManager, choice: ChainChoice): Promise<readonly OfferedChain[]> {
  const rows = await manager.find(ChainTemplateSchema, { order: { name: 'ASC', key: 'ASC', version: 'DESC' } });
  const newest = rows.filter(({ key }, index) => rows.findIndex((row) => row.key === key) === index);
  const templates = await Promise.all(newest.map((row) => templateOf(manager, row)));
  const bodies = await bodiesFor(manager, choice);
  return templates
    .filter(({ act }) => act === choice.act)
    .map((template) => ({ template, faults: [...checkTemplate(template), ...checkBodies(template, bodies)] }));
}

/** The first fault of a template, or its first step that nobody could take there; null where it can be used (AP-26). */
export async function chainFault(
  manager: EntityManager,
  template: ChainTemplate,
  choice: Omit<ChainChoice, 'act'>,
): Promise<TemplateFault | null> {
  const [fault] = [...checkTemplate(template), ...checkBodies(template, await bodiesFor(manager, choice))];
  return fault ?? null;
}

async function bodiesFor(manager: EntityManager, { region, partiesOn, deadline }: Omit<ChainChoice, 'act'>) {
  const parties = await partiesOf(manager, region, partiesOn);
  const bodies = await standingBodies(manager, { region, parties: parties.map(({ id }) => id), on: deadline });
  // For a body that acts for all only its own people record (AP-16), so one without seats takes no step.
  return bodies.filter(({ kind, party }) => party !== null || seatKindsFor(kind).length > 0);
}
