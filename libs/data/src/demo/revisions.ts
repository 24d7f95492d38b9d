import type { DemoRevision } from './content';

/** What the treatment of the points promises to write, written before the text is put to the parties. */
export const demoRevisions: readonly DemoRevision[] = [
  {
    point: 'greve-survey',
    focusAreaKey: 'citizens-and-relatives',
    place: { list: 'actions', title: 'Prøvemåling af tilfredshed på otte tilbud', field: 'body' },
    adds: 'To af de otte tilbud vælges blandt dem, hvor brugerne ikke har talesprog. En pårørende eller en medarbejder, borgeren er tryg ved, hjælper med at tolke svaret, og det fremgår, hvem det var.',
  },
  {
    point: 'greve-eighteen',
    focusAreaKey: 'mental-health',
    place: { list: 'goals', title: 'Rolige overgange for unge, der fylder 18', field: 'criterion' },
    adds: 'Fire kommuner har prøvet køreplanen af, og parterne har derefter fastlagt, hvor længe før fødselsdagen den unge skal kende sin nye sagsbehandler. Et halvt år er udgangspunktet.',
  },
  {
    point: 'greve-easy-read',
    focusAreaKey: 'better-steering-data',
    place: 'easyRead',
    adds: 'Kun de folk, der skal hjælpe dig, må se tal med dit navn på.',
  },
  {
    point: 'holbaek-distance',
    focusAreaKey: 'inter-municipal-cooperation',
    place: { list: 'themes', title: 'Fire grader af forpligtelse', field: 'body' },
    adds: 'Når et fælles tilbud planlægges, beskrives også transporttiden, både i bil og med offentlig transport.',
  },
  {
    point: 'holbaek-words',
    focusAreaKey: 'practice-methods-and-effect',
    place: 'intro',
    adds: 'Det er også et resultat, når en borger bevarer sine evner.',
  },
];
