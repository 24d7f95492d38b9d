import { LONGEST } from '@enig/kernel';
import {
  Button,
  Details,
  ErrorSummary,
  RadioGroup,
  Select,
  TextField,
  tooLong,
  useAnnouncer,
  useMessages,
} from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AddSectionDocument, type SectionKind, type StatutoryContent, type Strand } from '../generated/graphql';
import { useGuardedForm } from '../leave-guard';
import { RefusedWhole } from '../refused-whole';
import type { SetupProps } from './setup';

const CONTENTS: readonly StatutoryContent[] = [
  'coveredServices',
  'rateDevelopment',
  'priceStructure',
  'openingAndClosing',
  'costInclusion',
  'settlementDeadlines',
  'takeover',
];

/** Adds a focus area or a chapter at the end of a part. */
export function AddSection(props: SetupProps & { readonly part: SetupProps['agreement']['parts'][number] }) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { part } = props;
  const isSteering = part.kind === 'steeringAgreement';
  const [kind, setKind] = useState<SectionKind>(isSteering ? 'chapter' : 'focusArea');
  const [title, setTitle] = useState('');
  const [strand, setStrand] = useState<Strand>('development');
  const [covers, setCovers] = useState<StatutoryContent | ''>('');
  const [coordinator, setCoordinator] = useState('');
  const [attempt, setAttempt] = useState(0);
  useGuardedForm(title !== '');
  const titleId = `section-title-${part.id}`;
  const wrong = title.trim() === '' ? m('page.setUp.sectionTitleMissing') : tooLong(title, LONGEST.line, m);
  const shown = attempt > 0 ? wrong : undefined;
  const [, add] = useMutation(AddSectionDocument);
  const { busy, refused, run, forget } = useCommand(async () => {
    const isFocusArea = kind === 'focusArea';
    const result = await add({
      input: {
        part: part.id,
        kind,
        title,
        strand: isFocusArea ? strand : null,
        covers: isFocusArea ? null : covers || null,
        coordinators: coordinator ? [coordinator] : [],
      },
    });
    return { result, payload: result.data?.addSection };
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (wrong) {
      forget();
      return setAttempt((before) => before + 1);
    }
    if (!(await run())) return;
    say(m('page.setUp.added', { title }));
    setAttempt(0);
    setTitle('');
    setCovers('');
    props.refetch();
  };
  return (
    <Details summary={m('page.setUp.add')}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <ErrorSummary errors={shown ? [{ field: titleId, message: shown }] : []} attempt={attempt} />
        <RefusedWhole sentence={refused} />
        <RadioGroup
          label={m('page.setUp.kind')}
          options={[
            { value: 'focusArea', label: m('page.setUp.focusArea') },
            { value: 'chapter', label: m('page.setUp.chapter') },
          ]}
          value={kind}
          onChange={setKind}
        />
        <TextField
          id={titleId}
          label={m('page.setUp.sectionTitle')}
          width="full"
          maxLength={LONGEST.line}
          value={title}
          onChange={setTitle}
          error={shown}
        />
        {kind === 'focusArea' && (
          <RadioGroup
            label={m('page.setUp.strand')}
            options={[
              { value: 'development', label: m('page.setUp.development') },
              { value: 'steering', label: m('page.setUp.steering') },
            ]}
            value={strand}
            onChange={setStrand}
          />
        )}
        {kind === 'chapter' && isSteering && (
          <Select
            label={m('page.setUp.covers')}
            hint={m('page.setUp.coversHint')}
            none={m('page.setUp.coversNone')}
            options={CONTENTS.map((content) => ({ value: content, label: m(`content.${content}`) }))}
            value={covers}
            onChange={setCovers}
          />
        )}
        <Select
          label={m('page.setUp.coordinator')}
          none={m('page.setUp.nobodyYet')}
          options={props.agreement.parties.map(({ id, name }) => ({ value: id, label: name }))}
          value={coordinator}
          onChange={setCoordinator}
        />
        <Button type="submit" busy={busy}>
          {m('page.setUp.addVerb')}
        </Button>
      </form>
    </Details>
  );
}
