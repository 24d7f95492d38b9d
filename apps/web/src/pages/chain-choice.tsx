import { Details, Select, useMessages } from '@enig/ui';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { ChainTemplatesDocument, type ChainFieldsFragment } from '../generated/graphql';
import { ChainPicture, ChainTable } from './chain-picture';

/** The chain that was chosen. */
export interface ChosenChain {
  readonly key: string;
  readonly version: number;
}

/**
 * The chains an agreement can be put on in a region, with a picture of the one that is chosen. One that cannot be used
 * there says why when it is chosen (AP-26).
 */
export function ChainChoice(props: {
  readonly region: string;
  readonly deadline: string | null;
  readonly chosen: ChosenChain | null;
  readonly choose: (chain: ChosenChain | null) => void;
  readonly error: string | undefined;
}) {
  const m = useMessages();
  const { region, deadline, chosen, choose } = props;
  const [{ data }] = useQuery({ query: ChainTemplatesDocument, variables: { region, deadline }, pause: region === '' });
  const chains = data?.chainTemplates ?? [];
  const usable = chains.filter(({ refused }) => !refused);
  const shown = chains.find((chain) => chain.key === chosen?.key) ?? usable[0] ?? chains[0];
  useEffect(() => {
    if (shown && (shown.key !== chosen?.key || shown.version !== chosen.version)) choose(chosenOf(shown));
  }, [shown, chosen, choose]);
  if (!shown) return null;
  return (
    <>
      <Select
        id="chain"
        label={m('page.newAgreement.chain')}
        hint={m('page.newAgreement.chainHint')}
        none={null}
        options={chains.map((chain) => ({
          value: chain.key,
          label: m(chain.refused ? 'page.chain.unusable' : 'page.chain.of', chain),
        }))}
        value={shown.key}
        onChange={(key) => {
          const found = chains.find((chain) => chain.key === key);
          choose(found ? chosenOf(found) : null);
        }}
        error={shown.refused?.message ?? props.error}
      />
      <ChainPicture chain={shown} />
      <Details summary={m('page.chain.table')}>
        <ChainTable chain={shown} />
      </Details>
    </>
  );
}

function chosenOf({ key, version }: Pick<ChainFieldsFragment, 'key' | 'version'>): ChosenChain {
  return { key, version };
}
