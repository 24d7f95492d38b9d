import type { ChainTemplate } from './template';

/** Region Sjælland's way for the agreement of 2021–22: recommendations are optional, every council decides. */
export const SJAELLAND_2021: ChainTemplate = {
  key: 'sjaelland-2021',
  version: 1,
  name: 'Sjælland 2021',
  steps: [
    {
      key: 'contactCouncil',
      name: 'KKR',
      order: 1,
      bodyKinds: ['contactCouncil'],
      role: 'recommends',
      perParty: false,
      mandatory: false,
      ground:
        'Kommunekontaktrådet (KKR) behandler aftalen politisk, før den går ud til kommunalbestyrelserne. Det anbefaler; ' +
        'det binder ingen.',
    },
    {
      key: 'committee',
      name: 'Fagudvalg',
      order: 2,
      bodyKinds: ['committee'],
      role: 'recommends',
      perParty: true,
      mandatory: false,
      ground:
        'Fagudvalget ser aftalen igennem og giver en anbefaling. Hvilke udvalg der spørges, bestemmer hver part selv; ' +
        'derfor kan trinnet springes over.',
    },
    {
      key: 'council',
      name: 'Kommunalbestyrelse eller regionsråd',
      order: 3,
      bodyKinds: ['municipalCouncil', 'regionalCouncil'],
      role: 'decides',
      perParty: true,
      mandatory: true,
      ground:
        'Kun kommunalbestyrelsen kan binde kommunen, og kun regionsrådet regionen. Der kræves enighed: aftalen er først ' +
        'indgået, når alle parter har godkendt den samme tekst.',
    },
  ],
};

/** The templates this product knows, newest version of each. */
export const CHAIN_TEMPLATES: readonly ChainTemplate[] = [SJAELLAND_2021];
