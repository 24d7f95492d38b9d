import type { ChainTemplate } from './template';

/** Region Sjælland's way for the agreement of 2021–22: recommendations are optional, every council decides. */
export const SJAELLAND_2021: ChainTemplate = {
  key: 'sjaelland-2021',
  version: 1,
  name: 'Sjælland 2021',
  act: 'agreement',
  steps: [
    {
      key: 'contactCouncil',
      name: 'KKR',
      after: [],
      bodies: [{ kind: 'contactCouncil', name: null }],
      role: 'recommends',
      perParty: false,
      mandatory: false,
      ground:
        'Kommunekontaktrådet (KKR) behandler aftalen politisk, før den går ud til kommunalbestyrelserne. Det anbefaler; ' +
        'det binder ingen.',
      due: null,
    },
    {
      key: 'committee',
      name: 'Fagudvalg',
      after: ['contactCouncil'],
      bodies: [{ kind: 'committee', name: null }],
      role: 'recommends',
      perParty: true,
      mandatory: false,
      ground:
        'Fagudvalget ser aftalen igennem og giver en anbefaling. Hvilke udvalg der spørges, bestemmer hver part selv; ' +
        'derfor kan trinnet springes over.',
      due: null,
    },
    {
      key: 'council',
      name: 'Kommunalbestyrelse eller regionsråd',
      after: ['committee'],
      bodies: [
        { kind: 'municipalCouncil', name: null },
        { kind: 'regionalCouncil', name: null },
      ],
      role: 'decides',
      perParty: true,
      mandatory: true,
      ground:
        'Kun kommunalbestyrelsen kan binde kommunen, og kun regionsrådet regionen. Der kræves enighed: aftalen er først ' +
        'indgået, når alle parter har godkendt den samme tekst.',
      due: null,
    },
  ],
};

/** The templates that are built in. Those that came later, and newer versions of these, are files (AP-27). */
export const CHAIN_TEMPLATES: readonly ChainTemplate[] = [SJAELLAND_2021];
