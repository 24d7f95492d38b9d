import { brandId, type ItemId } from '@enig/kernel';
import type { PlacedText } from './anchor-index';
import type { ActionJson, ChapterJson, FocusAreaJson, GoalJson, ThemeJson } from './json';
import { SCHEMA_VERSION } from './kinds';
import { richFromPlain } from './rich-text';

/** An item as it is written in the corpus. */
export type DraftItem = { readonly id: string; readonly slots: Readonly<Record<string, string>> };
/** A text as it is written in the corpus: its prose by slot, its items by list. */
export type DraftText = {
  readonly section: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly goals: readonly DraftItem[];
  readonly themes: readonly DraftItem[];
  readonly actions: readonly DraftItem[];
};

const none = { goals: [], themes: [], actions: [] };
const goal = (id: string, title: string, body: string, criterion: string): DraftItem => {
  return { id, slots: { title, body, criterion } };
};
const item = (id: string, title: string, body: string): DraftItem => ({ id, slots: { title, body } });

/** An agreement of two focus areas and a chapter, made up for the corpus of revisions. */
export const agreement: readonly DraftText[] = [
  {
    section: 'overgange',
    slots: {
      title: 'Overgange fra barn til voksen',
      intro:
        'Når en ung fylder 18 år, skifter næsten alt på samme tid. Sagsbehandleren er en ny, loven er en anden, og boligen er måske ikke fundet.\n\nVi vil begynde tidligere og blive ved længere. Den unge skal kende planen, før den træder i kraft.',
    },
    goals: [
      goal(
        'plan',
        'Alle unge har en plan i tide',
        'Kommunen lægger en plan sammen med den unge senest et år før 18-årsdagen. Planen siger, hvem der er kontaktperson, og hvor den unge skal bo. Familien får en kopi, hvis den unge ønsker det.',
        'Ni ud af ti unge har en plan, der er godkendt et år før fødselsdagen.',
      ),
      goal(
        'skift',
        'Ingen mister støtte i skiftet',
        'Støtten fortsætter uændret, indtil en ny afgørelse er truffet. Kommunen dokumenterer hvert forløb, hvor der har været et hul på mere end 14 dage.',
        'Antallet af forløb med huller er halveret ved periodens udgang.',
      ),
    ],
    themes: [
      item(
        'job',
        'Uddannelse og job',
        'Mange unge falder ud af uddannelsen i det første halve år. Mentorer på uddannelsesstedet kan gøre en forskel, og jobcentret skal med fra begyndelsen. Praktikpladser i nærmiljøet prøves af i mindre skala.',
      ),
      item(
        'fritid',
        'Fritid og fællesskaber',
        'En plan for den unge handler også om venner og fritid. Foreninger kan få rådgivning om at tage imod unge med særlige behov.',
      ),
    ],
    actions: [
      item(
        'skabelon',
        'Fælles skabelon for overgangsplaner',
        'Kommunerne udarbejder en fælles skabelon, som kan bruges på tværs af forvaltninger. Skabelonen afprøves af tolv unge, før den tages i brug.',
      ),
      item(
        'netvaerk',
        'Netværk for ungerådgivere',
        'Netværket mødes fire gange om året og deler erfaringer. Referaterne lægges på det fælles arbejdsrum.',
      ),
    ],
  },
  {
    section: 'hjerneskade',
    slots: {
      title: 'Nære tilbud til mennesker med hjerneskade',
      intro:
        'En hjerneskade rammer hele familien. Genoptræningen begynder på hospitalet, men livet skal leves derhjemme. Afstanden til det specialiserede tilbud er for mange den største forhindring.\n\nVi lægger vægt på tre ting:\n- hurtig udredning efter udskrivning\n- samme fagperson gennem hele forløbet\n- støtte til de pårørende, også børnene',
    },
    goals: [
      goal(
        'udredning',
        'Udredning inden fire uger',
        'Borgeren er udredt af et tværfagligt team senest fire uger efter udskrivningen. Teamet består af mindst en neuropsykolog, en ergoterapeut og en socialrådgiver.',
        'Ventetiden opgøres hvert kvartal og offentliggøres på kommunernes hjemmesider.',
      ),
      goal(
        'paaroerende',
        'Pårørende får deres eget tilbud',
        'Børn i familier med hjerneskade tilbydes samtaler med en psykolog. Ægtefæller får mulighed for at deltage i en gruppe med ligestillede.',
        'Hver klynge har mindst én gruppe for pårørende.',
      ),
    ],
    themes: [
      item(
        'teknologi',
        'Velfærdsteknologi i hjemmet',
        'Skærmbesøg kan erstatte en del af kørslen. Teknologien må ikke stå i vejen for det personlige møde. Udgifterne til udstyr deles mellem kommune og region.',
      ),
      item(
        'specialviden',
        'Specialviden i små kommuner',
        'De mindste kommuner møder få borgere om året og kan ikke have alle specialer selv. En rejsende konsulent skal derfor kunne tilkaldes med en uges varsel.',
      ),
    ],
    actions: [
      item(
        'pladser',
        'Kortlægning af pladser',
        'Sekretariatet kortlægger antallet af pladser og den gennemsnitlige ventetid i hvert tilbud. Resultatet forelægges styregruppen i marts måned.',
      ),
      item(
        'kursus',
        'Kursus for hjemmeplejen',
        'Hjemmeplejens medarbejdere tilbydes et kursus på to dage om usynlige følger af hjerneskade.',
      ),
    ],
  },
  {
    ...none,
    section: 'oekonomi',
    slots: {
      title: 'Økonomi og opfølgning',
      body: 'Taksterne beregnes efter de samme principper i alle kommuner. Et overskud på mere end fem procent føres tilbage til taksten to år senere.\n\nKommunerne betaler månedligt bagud, og fristen er 14 dage. Er der uenighed om en regning, betales den, og rettelsen sker i den næste.\n\nStyregruppen følger op på aftalen to gange om året. Den samlede status sendes til handicaprådene, som får seks uger til at svare. Nye tilbud meldes til sekretariatet, så snart beslutningen er truffet.',
    },
  },
];

/** The texts of a draft, as a version has them. */
export function textsOf(drafts: readonly DraftText[]): PlacedText[] {
  return drafts.map((draft) => ({ section: draft.section, json: jsonOf(draft) }));
}

function jsonOf({ slots, goals, themes, actions }: DraftText): FocusAreaJson | ChapterJson {
  const title = slots['title'] ?? '';
  if ('body' in slots) {
    return { kind: 'chapter', schema: SCHEMA_VERSION, title, body: richFromPlain(slots['body'] ?? '') };
  }
  return {
    kind: 'focus-area',
    schema: SCHEMA_VERSION,
    title,
    intro: richFromPlain(slots['intro'] ?? ''),
    goals: goals.map(goalJson),
    themes: themes.map(themeJson),
    actions: actions.map((each): ActionJson => ({ ...themeJson(each), responsible: null, from: null, to: null })),
  };
}

function goalJson(draft: DraftItem): GoalJson {
  return { ...themeJson(draft), criterion: draft.slots['criterion'] ?? '', owner: null, due: null };
}

function themeJson({ id, slots }: DraftItem): ThemeJson {
  return { id: brandId<ItemId>(id), title: slots['title'] ?? '', body: richFromPlain(slots['body'] ?? '') };
}
