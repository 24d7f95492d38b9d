import type { BodyKey, PartyKey } from './content';

/** A body that is heard and that no law has made (da: brugerorganisation). */
export interface DemoHeardBody {
  readonly id: BodyKey;
  readonly kind: 'userOrganisation';
  readonly name: string;
  readonly party: PartyKey;
}

/** A municipality's own hearing, on something of its own (da: kommunens egen høring). */
export interface DemoOwnHearing {
  readonly owner: PartyKey;
  readonly openedBy: string;
  readonly invited: readonly BodyKey[];
  readonly title: string;
  readonly text: string;
  readonly easyRead: string;
}

/** Opdigtet til demonstration. */
export const demoHeardBodies: readonly DemoHeardBody[] = [
  {
    id: 'user-organisation:0330',
    kind: 'userOrganisation',
    name: 'Brugerrådet på Bostedet Åkanden',
    party: 'municipality:0330',
  },
];

/** Opdigtet til demonstration: there is no such home. */
export const demoOwnHearing: DemoOwnHearing = {
  owner: 'municipality:0330',
  openedBy: 'sagsbehandler-slagelse',
  invited: ['disability-council:0330', 'user-organisation:0330'],
  title: 'Ombygning af Bostedet Åkanden',
  text: [
    'Kommunen vil bygge Bostedet Åkanden om. De 24 lejligheder får eget bad, og fællesrummene flyttes ned i stueetagen, så alle kan komme derind i kørestol.',
    'Ombygningen varer 14 måneder. Imens flytter beboerne til midlertidige boliger to kilometer væk. Det samme personale følger med.',
    'Vi beder jer især svare på, hvordan flytningen kan gøres tryg, og hvad de nye fællesrum skal kunne bruges til.',
  ].join('\n\n'),
  easyRead: [
    'Åkanden skal bygges om.',
    'Alle får deres eget bad.',
    'Det varer lidt over et år. Imens bor beboerne et andet sted.\nDe kender stadig personalet.',
    'Hvad synes I?',
  ].join('\n\n'),
};

/** What a member told the council's secretary by telephone while the answer was written. */
export const demoStatement = {
  council: 'disability-council:0316',
  focusAreaKey: 'mental-health',
  who: 'Hassan Abdi Noor',
  daysAgo: 2,
  body: [
    'Hassan ringede, fordi han ikke kan komme til mødet. Han vil gerne have med, at ventetiden på en støtteperson er det sværeste ved at flytte kommune.',
  ],
} as const;

/** A remark on the first words of a focus area's introduction. */
export const demoComment = {
  council: 'disability-council:0316',
  focusAreaKey: 'citizens-and-relatives',
  body: ['God begyndelse. Kan det stå på forsiden?'],
} as const;

/** Why a number that stands in one of the answers is left out of what is published. */
export const demoRedactionReason = 'Oplysninger om en enkelt person';
