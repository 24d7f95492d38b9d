import { Button, Details, Select, useMessages } from '@enig/ui';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useCommand } from '../command';
import { AmendSectionDocument, type AmendmentKind } from '../generated/graphql';
import { RefusedWhole } from '../refused-whole';
import type { Beside } from './agreement-beside';

/** Lets an addendum change another section of its agreement. */
export function AmendMore({ beside, refetch }: { readonly beside: Beside; readonly refetch: () => void }) {
  const m = useMessages();
  const amended = beside.amendments.map(({ amends }) => amends);
  const left = beside.standingSections.filter(({ section }) => !amended.includes(section));
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState<AmendmentKind>('replaces');
  const [, amend] = useMutation(AmendSectionDocument);
  const section = left.some((each) => each.section === chosen) ? chosen : (left[0]?.section ?? '');
  const { busy, refused, run } = useCommand(async () => {
    const result = await amend({ input: { agreement: beside.id, section, kind } });
    return { result, payload: result.data?.amendSection };
  });
  if (left.length === 0) return null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await run()) refetch();
  };
  return (
    <div className="e-no-print">
      <Details summary={m('page.supplement.addChange')}>
        <form onSubmit={(event) => void send(event)} noValidate>
          <RefusedWhole sentence={refused} />
          <Select
            label={m('page.supplement.section')}
            none={null}
            options={left.map((each) => ({ value: each.section, label: numbered(each) }))}
            value={section}
            onChange={setChosen}
          />
          <Select
            label={m('page.supplement.how')}
            none={null}
            options={[
              { value: 'replaces', label: m('page.supplement.change') },
              { value: 'removes', label: m('page.supplement.takeOut') },
            ]}
            value={kind}
            onChange={(given) => setKind(given === 'removes' ? 'removes' : 'replaces')}
          />
          <Button type="submit" busy={busy}>
            {m('page.supplement.amend')}
          </Button>
        </form>
      </Details>
    </div>
  );
}

/** What a section of the agreement is called: a focus area by its number too. */
export function numbered({ number, title }: Beside['standingSections'][number]): string {
  return typeof number !== 'number' ? title : `${number} ${title}`;
}
