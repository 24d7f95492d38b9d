import { Alert, Button, Details, EmptyState, useAnnouncer, useMessages } from '@enig/ui';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { MoveSectionDocument, PutBackSectionDocument, type SectionRowFragment } from '../generated/graphql';
import { AddSection } from './add-section';
import { CoordinatorsField } from './coordinators-field';
import { RemoveSection } from './remove-section';
import type { SetupProps } from './setup';

type Part = SetupProps['agreement']['parts'][number];

/** One half of the agreement: its focus areas and chapters in order, who coordinates each, and one more. */
export function SetupPart({ part, agreement, refetch }: SetupProps & { readonly part: Part }) {
  const m = useMessages();
  const name = m(`partKind.${part.kind}`);
  const [trouble, setTrouble] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  // A button that moves a section to the other list goes away with what it did.
  const onGone = () => heading.current?.focus();
  return (
    <section aria-label={name}>
      <h2 ref={heading} tabIndex={-1}>
        {name}
      </h2>
      {trouble && (
        <Alert tone="error" live>
          <p>{trouble}</p>
        </Alert>
      )}
      {part.sections.length === 0 && <EmptyState>{m('page.setUp.noSections')}</EmptyState>}
      <ol className="e-setup-sections">
        {part.sections.map((section, index) => (
          <li key={section.id}>
            <SectionRow
              section={section}
              above={part.sections[index - 1]}
              beforeAbove={part.sections[index - 2]}
              below={part.sections[index + 1]}
              agreement={agreement}
              refetch={refetch}
              onTrouble={setTrouble}
              onGone={onGone}
            />
          </li>
        ))}
      </ol>
      {part.removed.length > 0 && <Removed part={part} refetch={refetch} onTrouble={setTrouble} onGone={onGone} />}
      <AddSection part={part} agreement={agreement} refetch={refetch} />
    </section>
  );
}

function SectionRow(
  props: SetupProps & {
    readonly section: SectionRowFragment;
    readonly above: SectionRowFragment | undefined;
    readonly beforeAbove: SectionRowFragment | undefined;
    readonly below: SectionRowFragment | undefined;
    readonly onTrouble: (sentence: string | undefined) => void;
    readonly onGone: () => void;
  },
) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { section, above, beforeAbove, below } = props;
  const title = section.title || m('page.agreement.untitled');
  const [, move] = useMutation(MoveSectionDocument);
  const tell = (refused: { readonly message: string } | null | undefined, said: string) => {
    props.onTrouble(refused === null ? undefined : (refused?.message ?? m('page.trouble.failed.text')));
    if (refused === null) say(said);
    props.refetch();
  };
  const moveAfter = async (after: string | null, said: string) => {
    const { data } = await move({ input: { section: section.id, after } });
    tell(data?.moveSection.refused, said);
  };
  return (
    <div className="e-setup-section">
      <h3>
        {section.number !== null && `${section.number} `}
        {title}
        <span className="e-note">
          {' '}
          · {m(`sectionKind.${section.kind}`)}
          {section.strand && `, ${m(`strand.${section.strand}`)}`}
          {section.covers && ` · ${m(`content.${section.covers}`)}`}
        </span>
      </h3>
      <div className="e-button-row">
        <Button
          look="quiet"
          aria-disabled={!above}
          onClick={() => above && void moveAfter(beforeAbove?.id ?? null, m('page.setUp.movedUp', { title }))}
        >
          {m('button.moveUp')} <span className="e-hidden">{title}</span>
        </Button>
        <Button
          look="quiet"
          aria-disabled={!below}
          onClick={() => below && void moveAfter(below.id, m('page.setUp.movedDown', { title }))}
        >
          {m('button.moveDown')} <span className="e-hidden">{title}</span>
        </Button>
        <RemoveSection
          section={section.id}
          title={title}
          removed={() => {
            props.onTrouble(undefined);
            props.onGone();
            props.refetch();
          }}
        />
      </div>
      <CoordinatorsField section={section} parties={props.agreement.parties} refetch={props.refetch} />
    </div>
  );
}

function Removed(props: {
  readonly part: Part;
  readonly refetch: () => void;
  readonly onTrouble: (sentence: string | undefined) => void;
  readonly onGone: () => void;
}) {
  const m = useMessages();
  const { say } = useAnnouncer();
  const { part } = props;
  const [, putBack] = useMutation(PutBackSectionDocument);
  const back = async (id: string, title: string) => {
    const { data } = await putBack({ input: { section: id } });
    const refused = data?.putBackSection.refused;
    props.onTrouble(refused === null ? undefined : (refused?.message ?? m('page.trouble.failed.text')));
    if (refused === null) {
      say(m('page.setUp.putBack', { title }));
      props.onGone();
    }
    props.refetch();
  };
  return (
    <Details summary={m('page.setUp.removedOnes', { count: part.removed.length })}>
      <ul>
        {part.removed.map(({ id, title }) => (
          <li key={id}>
            {title || m('page.agreement.untitled')}{' '}
            <Button look="quiet" onClick={() => void back(id, title)}>
              {m('button.putBack')} <span className="e-hidden">{title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Details>
  );
}
