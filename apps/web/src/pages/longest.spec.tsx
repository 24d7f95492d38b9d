import { act, fireEvent, screen } from '@testing-library/react';
import { LONGEST } from '@enig/kernel';
import type { ComponentProps, ReactNode } from 'react';
import { AddHeardBody } from './add-heard-body';
import { AddPerson } from './add-person';
import { AddSection } from './add-section';
import { RecordDecisionPage } from './record-decision';
import { SetupAnnexes } from './setup-annexes';
import { SetupBasics } from './setup-basics';
import { showAt } from './test-round-page';

const part = { id: 'd', kind: 'frameworkAgreement', sections: [] };
const agreement = {
  ...{ id: 'a', title: 'Rammeaftale', periodFrom: '2027-01-01', periodTo: '2028-12-31', deadline: '2026-10-15' },
  ...{ writingUntil: null, parts: [part], parties: [], annexes: [] },
};
const council = { id: 'municipal-council:0316', name: 'Kommunalbestyrelsen', kind: 'municipalCouncil' };
const place = { step: 'council', name: 'Kommunalbestyrelsen', role: 'decides', body: council, waitingFor: [] };
const row = {
  ...{ party: { id: 'municipality:0316', name: 'Holbæk Kommune', kind: 'municipality' }, recordPlaces: [place] },
  ...{ cells: [], toConfirm: null, decision: null, mayRecord: true, mayConfirm: false, standing: 'notStarted' },
};
const board = {
  version: { hash: 'v1', number: 1 },
  rows: [row],
  shared: [],
  missing: [],
  approvedCount: 0,
  partyCount: 2,
};

const region = { id: '1085', name: 'Sjælland', parties: [], people: [] };
type Given = ComponentProps<typeof AddSection> & ComponentProps<typeof AddHeardBody>;
/** What the parts of a page are given by it, as far as a form needs. */
const given = { agreement, part, region, refetch: () => undefined } as unknown as Given;
const PERSON = <AddPerson region="1085" refetch={() => undefined} />;

interface Form {
  readonly page: ReactNode;
  readonly field: string;
  readonly limit: number;
  readonly verb: string;
  readonly asked: string;
}

const form = (page: ReactNode, field: string, limit: number, verb: string, asked: string): [string, Form] => [
  `${field}: ${verb}`,
  { page, field, limit, verb, asked },
];

const FORMS = [
  form(<SetupBasics {...given} />, 'Aftalens navn', LONGEST.line, 'Gem navn, periode og frister', 'EditAgreement'),
  form(<AddSection {...given} />, 'Titel', LONGEST.line, 'Tilføj afsnittet', 'AddSection'),
  form(<SetupAnnexes {...given} />, 'Bilagets titel', LONGEST.line, 'Tilføj bilaget', 'AddAnnex'),
  form(PERSON, 'Navn', LONGEST.name, 'Tilføj personen', 'AddPerson'),
  form(PERSON, 'Mailadresse', 200, 'Tilføj personen', 'AddPerson'),
  form(<AddHeardBody {...given} />, 'Hvad hedder det?', LONGEST.name, 'Tilføj', 'AddHeardBody'),
  form(<RecordDecisionPage />, 'Punkt på dagsordenen', LONGEST.line, 'Registrér', 'RecordDecision'),
  form(<RecordDecisionPage />, 'Ordlyd', LONGEST.text, 'Registrér', 'RecordDecision'),
];

async function sent({ page, field, verb, asked: command }: Form, length: number) {
  const { asked } = showAt({
    ...{ path: '/:id/:who', at: '/a/municipality:0316', page },
    answers: (name) => (name === 'Board' ? { agreement: { ...agreement, board } } : {}),
  });
  const control = await screen.findByLabelText(field);
  fireEvent.change(control, { target: { value: 'x'.repeat(length) } });
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: verb, hidden: true }));
    await Promise.resolve();
  });
  const told = screen.queryByRole('link', { name: /^Det er 1 tegn for langt/, hidden: true });
  return { told: told?.getAttribute('href') === `#${control.id}`, isSent: asked.some(({ name }) => name === command) };
}

describe('a field of a form', () => {
  it.each(FORMS)('takes as much as the server does, and says above the form what is more: %s', async (_, given) => {
    expect(await sent(given, given.limit + 1)).toEqual({ told: true, isSent: false });
  });

  it.each(FORMS)('has nothing said of it when it is just full: %s', async (_, given) => {
    expect((await sent(given, given.limit)).told).toBe(false);
  });
});
