import {
  decidingStep,
  dueDays,
  isTold,
  pictureOf,
  type ChainTemplate,
  type StepBody,
  type TemplateFault,
} from '@enig/approval';
import type { LocalDate } from '@enig/kernel';
import { formatList } from '@enig/messages';
import { refusalOf } from '../core/refusal';
import type { AppViewer } from '../core/viewer';
import type { ChainTemplateModel } from './models';

/** What a template is shown with: the deadline its days are counted to, and what stands in its way. */
export interface ShownWith {
  readonly deadline: LocalDate | null;
  readonly faults: readonly TemplateFault[];
}

/** A template as it is shown and drawn. */
export function presentChain(
  viewer: Pick<AppViewer, 'say' | 'locale'>,
  template: ChainTemplate,
  { deadline, faults }: ShownWith,
): ChainTemplateModel {
  const { key, version, name } = template;
  const [fault] = faults;
  const days = deadline === null ? null : dueDays(template.steps, deadline);
  const steps = pictureOf(template).nodes.flatMap((node) => {
    const step = template.steps.find((each) => each.key === node.key);
    if (!step) return [];
    const { role, perParty, mandatory, ground, after } = step;
    const who = whoTakes(viewer, step.bodies);
    return [
      {
        ...{ key: step.key, name: step.name, role, perParty, mandatory, ground, after, who },
        isTold: isTold(template.steps, step),
        dueOn: days?.get(step.key) ?? null,
        ...placed(node),
      },
    ];
  });
  return {
    key,
    version,
    name,
    sentence: sentenceOf(viewer, template),
    steps,
    refused: fault ? refusalOf(fault) : null,
  };
}

function placed({ column, row }: { readonly column: number; readonly row: number }) {
  return { column, row };
}

function sentenceOf({ say, locale }: Pick<AppViewer, 'say' | 'locale'>, template: ChainTemplate): string {
  const deciding = decidingStep(template);
  const awaited = template.steps.filter(
    ({ key, mandatory, role }) => mandatory && key !== deciding.key && role !== 'isInformed',
  );
  const count = template.steps.length;
  const waits =
    awaited.length > 0
      ? say('chain.waits', {
          names: formatList(
            awaited.map(({ name }) => name),
            locale,
          ),
        })
      : say('chain.waitsForNone');
  return [say('chain.sentence', { count, deciding: deciding.name }), ...(count > 1 ? [waits] : [])].join(' ');
}

function whoTakes({ say, locale }: Pick<AppViewer, 'say' | 'locale'>, bodies: readonly StepBody[]): string {
  return formatList(
    bodies.map(({ kind, name }) => name ?? say(`stepBody.${kind}`)),
    locale,
  );
}
