import { setTimeout as wait } from 'node:timers/promises';
import { dayFromNow } from '../acts/days';
import { decideByProgram } from '../acts/deciding';
import { prepareAgreement } from '../acts/preparing';
import { ForeignClient } from '../foreign-client';
import { signIn, type Program } from '../program';
import type { Places } from './places';

/** An agreement that is in force, and an addendum to it that is in force too. */
export interface Agreed {
  readonly agreement: string;
  readonly addendum: string;
}

type Refused = { readonly message: string } | null;

const ENTER = 'mutation Do($input: EnterMeetingsInput!) { done: enterMeetings(input: $input) { refused { message } } }';
const OVERRIDE =
  'mutation Do($input: OverrideStepInput!) { done: overrideStep(input: $input) { refused { message } } }';
const REOPEN = `mutation Do($input: AgreementReasonInput!) {
  done: reopenWriting(input: $input) { refused { message } }
}`;
const FREEZE =
  'mutation Do($input: AgreementInput!) { done: freezeForDecision(input: $input) { refused { message } } }';
const SUPPLEMENT = `mutation Do($input: CreateSupplementInput!) {
  done: createSupplement(input: $input) { refused { message } agreement { id } }
}`;
const TEXTS = 'query Texts($id: ID!) { agreement(id: $id) { parts { sections { text { id mayEdit content } } } } }';

/** Longest in ms for words to be kept, on a busy machine. */
const KEPT_WITHIN = 60_000;

interface Text {
  readonly id: string;
  readonly mayEdit: boolean;
  readonly content: unknown;
}

/** In the demo's agreement two councils do not say yes, one is entered for, and some say when they meet. */
export async function standStill(url: string, { deciding }: Places): Promise<void> {
  const secretariat = await signIn(url, 'sekretariat');
  await decideByProgram(await signIn(url, 'raadssekretaer-holbaek'), deciding, {
    ...{ day: dayFromNow(0), item: '12', outcome: 'approvedOnCondition' },
    reason: 'Betaling for udeblevne borgere skal aftales, før ordningen begynder.',
  });
  await decideByProgram(await signIn(url, 'raadssekretaer-soroe'), deciding, {
    ...{ day: dayFromNow(0), item: '9', outcome: 'rejected' },
    reason: 'Kommunen vil se økonomien for sig, før den siger ja.',
  });
  await decideByProgram(secretariat, deciding, { party: 'municipality:0330', day: dayFromNow(0), item: '7' });
  await meet(url, 'naestved', { body: 'municipal-council:0370', days: [dayFromNow(9)] });
  await meet(url, 'vordingborg', { body: 'municipal-council:0390', days: [dayFromNow(60)] });
  await act(secretariat, OVERRIDE, {
    ...{ agreement: deciding, party: null, step: 'contactCouncil', kind: 'skip', taker: null },
    reason: 'KKR mødes først, når fristen er gået.',
  });
}

async function meet(url: string, town: string, input: object): Promise<void> {
  await act(await signIn(url, `raadssekretaer-${town}`), ENTER, input);
}

/** The text is opened, changed in one place, and put to all parties again. */
export async function putAgain(url: string, { deciding }: Places): Promise<void> {
  const secretariat = await signIn(url, 'sekretariat');
  const reason = 'Holbæk og Sorø har ikke sagt ja. Økonomien skrives tydeligere.';
  await act(secretariat, REOPEN, { agreement: deciding, reason });
  await write(url, 'tovholder-roskilde', deciding, 'Betalingen aftales hvert år.');
  await act(secretariat, FREEZE, { agreement: deciding });
}

/** Two councils make an agreement, and then an addendum that changes it. */
export async function agreeTwice(url: string): Promise<Agreed> {
  const secretariat = await signIn(url, 'sekretariat');
  const areas = ['Kørsel til fælles tilbud', 'Botilbud tæt på familien'].map((title) => {
    return { title, coordinators: ['municipality:0253'] };
  });
  const parties = ['municipality:0253', 'municipality:0265'];
  const made = await prepareAgreement(secretariat, { title: 'Aftale om kørsel og botilbud', areas, parties });
  const [first] = made.areas;
  if (!first) throw new Error('Nothing was prepared');
  const { agreement } = made;
  await write(url, 'tovholder-greve', agreement, 'Kommunerne kører sammen.');
  await conclude(url, secretariat, agreement);
  const { agreement: addendum } = await act(secretariat, SUPPLEMENT, {
    ...{ agreement, act: 'addendum', title: 'Allonge om betaling for kørsel' },
    ...{ periodFrom: dayFromNow(0), periodTo: '2029-12-31', deadline: dayFromNow(60) },
    amends: [{ section: first.section, kind: 'replaces' }],
  });
  if (!addendum) throw new Error('No addendum was begun');
  await write(url, 'tovholder-greve', addendum.id, 'Hver kommune betaler for sine egne borgere.');
  await conclude(url, secretariat, addendum.id);
  return { agreement, addendum: addendum.id };
}

/** All sign: those of Greve and Roskilde. */
async function conclude(url: string, secretariat: Program, agreement: string): Promise<void> {
  await act(secretariat, FREEZE, { agreement });
  for (const town of ['greve', 'roskilde']) {
    const secretary = await signIn(url, `raadssekretaer-${town}`);
    await decideByProgram(secretary, agreement, { day: dayFromNow(0), item: '4' });
  }
}

/** A tovholder puts words at the end of an introduction: of the first focus area it looks after. */
async function write(url: string, tovholder: string, agreement: string, words: string): Promise<void> {
  const program = await signIn(url, tovholder);
  const text = async (): Promise<Text> => {
    const found = await program.ask<{ agreement: { parts: { sections: { text: Text }[] }[] } }>(TEXTS, {
      id: agreement,
    });
    const own = found.agreement.parts.flatMap((part) => part.sections).find((section) => section.text.mayEdit);
    if (!own) throw new Error(`${tovholder} may write nowhere`);
    return own.text;
  };
  const client = new ForeignClient(url, (await text()).id, { cookie: program.cookie });
  await client.synced();
  client.say(words);
  const until = Date.now() + KEPT_WITHIN;
  while (!JSON.stringify((await text()).content).includes(words)) {
    if (Date.now() > until) throw new Error(`It was not kept that ${words}`);
    await wait(200);
  }
  client.leave();
}

/** Does something by the API that must not be refused. */
async function act(
  program: Program,
  mutation: string,
  input: object,
): Promise<{ readonly agreement?: { readonly id: string } }> {
  const { done } = await program.ask<{ done: { refused: Refused; agreement?: { id: string } } }>(mutation, { input });
  if (done.refused !== null) throw new Error(`It was refused: ${done.refused.message}`);
  return done;
}
