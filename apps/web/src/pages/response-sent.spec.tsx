import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { emptyJson, richFromPlain } from '@enig/text';
import { RoundDocument } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { ResponsePage } from './response';
import { BeingCorrected } from './response-acts';
import { CheckAnswer } from './response-check';
import { partsOf } from './response-ways';
import { roundWith, showAt } from './test-round-page';

const content = { ...emptyJson('hearing-response'), general: richFromPlain('Tak for teksten.') };
const body = { __typename: 'Body', id: 'b', name: 'Greve Handicapråd' };
const submission = (over: object = {}) => ({
  ...{ __typename: 'Submission', id: 's2', reference: 'H1-GREVE-7F3K', submittedAt: '2027-04-09T08:42:00.000Z' },
  ...{ late: false, sha256: 'a41f', url: '/submissions/s2.json', submittedBy: 'Anna Holm', capacity: 'formand' },
  ...{ content: { ...content, files: [] }, withdrawnAt: null, replaces: null, files: [] },
  ...over,
});
const text = (phase: 'open' | 'closed') => ({
  ...{ __typename: 'TextEntry', id: 't', kind: 'hearing-response', mayEdit: phase === 'open', phase },
  ...{ closedBecause: phase === 'open' ? null : 'Svaret er sendt.', content, seq: 4, milestones: [] },
});
const MAY = {
  ...{ __typename: 'ResponseMay', write: false, submit: false, correct: false, keepSent: false, withdraw: false },
  ...{ askMoreTime: false, noteSpoken: false, capacity: null },
};
const response = (over: object = {}) => ({
  ...{ __typename: 'HearingResponse', id: 'x', round: 'r', state: 'submitted', body, text: text('closed') },
  ...{ sections: [], files: [], submission: submission(), history: [submission()], hasUnsent: false, may: MAY },
  ...over,
});
const CORRECTED = { text: text('open'), may: { ...MAY, write: true, submit: true, keepSent: true } };

let round: object;
let saved: () => object;

function answers(name: string): object {
  if (name === 'Round') return { round };
  if (name === 'Response') return saved();
  const field = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  const response = { __typename: 'HearingResponse', id: 'x' };
  return { [field]: { __typename: 'ResponsePayload', refused: null, response } };
}

/** Shows the last look, with nobody else in the text. */
function Check({ hasUnsaved = false }: { readonly hasUnsaved?: boolean }) {
  return (
    <QueryPage query={RoundDocument} variables={{ id: 'r' }} pick={(data) => data.round}>
      {(found, refetch) => {
        const { myResponse } = found;
        if (!myResponse) return null;
        const about = { round: found, response: myResponse, refetch, hasUnsaved };
        return (
          <>
            <BeingCorrected {...about} />
            <CheckAnswer {...about} parts={partsOf(myResponse, 'Alt', '')} person={{ id: 'p', name: 'Anna' }} />
          </>
        );
      }}
    </QueryPage>
  );
}

const AT = { path: '/aftaler/:id/hoering/:roundId/svar/:responseId', at: '/aftaler/a/hoering/r/svar/x', answers };
const show = (over: object, page = <ResponsePage />) => {
  round = roundWith({ ...over });
  return showAt({ ...AT, page });
};
const words = (): string => (document.body.textContent ?? '').replaceAll('\u00a0', ' ');

const announced = () => screen.getByTestId('announcer').textContent;

async function confirmed(verb: string, title: string): Promise<string> {
  fireEvent.click(await screen.findByRole('button', { name: verb }));
  const dialog = screen.getByRole('dialog', { name: title });
  const said = (dialog.textContent ?? '').replaceAll('\u00a0', ' ');
  await act(async () => {
    fireEvent.click(within(dialog).getByRole('button', { name: verb }));
    await Promise.resolve();
  });
  return said;
}

beforeEach(() => (saved = () => ({ response: response(CORRECTED) })));

describe('the receipt', () => {
  it('says when with its weekday, under one word for its number and one for its fingerprint', async () => {
    show({ myResponse: response() });
    await screen.findByText('Kvitteringsnummer: H1-GREVE-7F3K');
    expect(words()).toContain('fredag den 9. april 2027 kl. 10.42');
    expect(screen.getByText('Fingeraftryk (SHA-256)')).toBeDefined();
  });

  it('speaks English to who reads English', async () => {
    round = roundWith({ myResponse: response() });
    showAt({ ...AT, page: <ResponsePage />, locale: 'en' });
    await screen.findByText('Receipt number: H1-GREVE-7F3K');
    expect(words()).toContain('Friday, 9 April 2027 at 10:42');
  });

  it.each([
    ['while answers come: what will happen', 'collecting', /bliver delt i punkter/, /Sådan blev jeres svar brugt/],
    ['once they have come: what happens', 'ended', /er delt i punkter/, /Kvitteringen er også på vej/],
    ['once the hearing is closed: what became of it', 'closed', /Sådan blev jeres svar brugt/, /får I en mail|bliver/],
  ])('says %s', async (_, state, told, untold) => {
    show({ state, myResponse: response() });
    await screen.findByText('Kvitteringsnummer: H1-GREVE-7F3K');
    const said = document.querySelector('main')?.textContent ?? words();
    expect(said).toMatch(told);
    expect(said).not.toMatch(untold);
  });

  it('HE-35 shows and says what another member does with the answer, as soon as it is told', async () => {
    const { tell } = show({ myResponse: response() });
    await screen.findByText('Kvitteringsnummer: H1-GREVE-7F3K');
    round = roundWith({ myResponse: response({ submission: submission({ id: 's3', reference: 'H1-GREVE-9ZZZ' }) }) });
    await act(async () => {
      tell('ResponseChanged', { responseChanged: { __typename: 'HearingResponse', id: 'x' } });
      await Promise.resolve();
    });
    expect(await screen.findByText('Kvitteringsnummer: H1-GREVE-9ZZZ', {}, { timeout: 5_000 })).toBeDefined();
    await waitFor(() => expect(announced()).toBe('Det rettede svar er sendt'));
  });

  it('HE-54 says what it replaced, and keeps the data file for who wants to check it', async () => {
    show({ myResponse: response({ submission: submission({ replaces: 'H1-GREVE-2222' }) }) });
    expect(await screen.findByText(/i stedet for svaret med kvitteringsnummer H1-GREVE-2222/)).toBeDefined();
    expect(screen.getByRole('link', { name: /datafil/, hidden: true }).closest('details')?.open).toBe(false);
  });

  it('HE-54 says that what was begun to be corrected was not sent, and shows its words', async () => {
    const begun = { ...text('closed'), content: { ...content, general: richFromPlain('Tak, og husk rampen.') } };
    show({ state: 'ended', myResponse: response({ hasUnsent: true, text: begun }) });
    await screen.findByText('Det, I nåede at rette, blev ikke sendt');
    const kept = screen.getByText('Læs det, der ikke blev sendt').closest('details');
    expect(kept?.textContent).toContain('Tak, og husk rampen.');
    cleanup();
    show({ state: 'ended', myResponse: response({ text: begun }) });
    await screen.findByText('Kvitteringsnummer: H1-GREVE-7F3K');
    expect(words()).not.toContain('husk rampen');
  });

  it('HE-54 offers to correct what was sent, saying that it stands meanwhile', async () => {
    const { asked } = show({ myResponse: response({ may: { ...MAY, correct: true, withdraw: true } }) });
    const said = await confirmed('Ret svaret', 'Ret det, I har sendt');
    expect(said).toContain('gælder, indtil I sender det rettede');
    expect(said).toContain('fredag den 10. april 2099 kl. 24');
    expect(asked.find(({ name }) => name === 'CorrectResponse')?.input).toEqual({ response: 'x' });
    expect(asked.at(-1)?.name).toBe('Round');
  });

  it('withdrawing says that nothing stands from then on, and until when another is in time', async () => {
    show({ myResponse: response({ may: { ...MAY, withdraw: true } }) });
    const said = await confirmed('Træk svaret tilbage', 'Træk svaret tilbage');
    expect(said).toContain('har I ikke svaret');
    expect(said).toContain('Efter fristen fredag den 10. april 2099 kl. 24');
  });
});

describe('HE-54 the last look at a correction', () => {
  it('says what stands until it is sent, and what it replaces', async () => {
    show({ myResponse: response(CORRECTED) }, <Check />);
    expect(await screen.findByRole('button', { name: 'Send det rettede svar' })).toBeDefined();
    expect(words()).toContain('Det, I sendte fredag den 9. april 2027 kl. 10.42, gælder, indtil');
    expect(words()).toContain('Det træder i stedet for det, I sendte');
    expect(words()).toContain('sende det rettede, indtil fristen fredag den 10. april 2099');
  });

  it('after the deadline says that what was sent was in time, and that this is late', async () => {
    show({ myResponse: response(CORRECTED), dueAt: '2020-04-10T22:00:00.000Z' }, <Check />);
    expect(await screen.findByText(/kom til tiden, og det gælder.*kommet for sent/)).toBeDefined();
    expect(words()).not.toMatch(/indtil fristen/);
  });

  it('is given up by keeping what was sent', async () => {
    const { asked } = show({ myResponse: response(CORRECTED) }, <Check />);
    await screen.findByRole('button', { name: 'Send det rettede svar' });
    const said = await confirmed('Behold det, vi sendte', 'Behold det, I har sendt');
    expect(said).toContain('H1-GREVE-7F3K gælder uændret');
    expect(asked.map(({ name }) => name)).toContain('KeepSentResponse');
  });
});

describe('the last look', () => {
  const draft = { state: 'draft', submission: null, history: [], text: text('open') };
  const writer = { ...draft, may: { ...MAY, write: true, submit: true } };

  it('waits in words while words are on their way', async () => {
    show({ myResponse: response(writer) }, <Check hasUnsaved />);
    expect(await screen.findByText('Venter på, at jeres sidste ord er gemt.')).toBeDefined();
  });

  it('says that the answer did not come, and fetches it again', async () => {
    saved = () => {
      throw new Error('No connection');
    };
    show({ myResponse: response(writer) }, <Check />);
    const again = await screen.findByRole('button', { name: 'Prøv igen' });
    expect(words()).toContain('Det, I har skrevet, er ikke tabt.');
    saved = () => ({ response: response(writer) });
    fireEvent.click(again);
    expect(await screen.findByRole('button', { name: 'Send svaret' })).toBeDefined();
  });

  it('HE-8 says late that it is late, and once the hearing is closed that nothing is taken', async () => {
    saved = () => ({ response: response(writer) });
    show({ myResponse: response(writer), dueAt: '2020-04-10T22:00:00.000Z' }, <Check />);
    expect(await screen.findByText(/Det bliver mærket som kommet for sent/)).toBeDefined();
    cleanup();
    show({ state: 'closed', myResponse: response(draft) }, <Check />);
    expect(await screen.findByText(/der kan ikke sendes flere svar/)).toBeDefined();
    expect(words()).not.toContain('I kan stadig sende');
  });

  it('HE-34 counts a part that says nothing as not begun, also where it is marked ready', async () => {
    const marked = { ...content, general: richFromPlain(''), entries: { general: { noRemarks: false, ready: true } } };
    saved = () => ({ response: response({ ...writer, text: { ...text('open'), content: marked } }) });
    show({ myResponse: response(writer) }, <Check />);
    expect(await screen.findByText(/Disse dele er ikke begyndt: »Alt«/)).toBeDefined();
  });

  it('HE-46 names the parts a personal number seems to stand in, and what was seen in the documents', async () => {
    const seen = 'I filen »svar.pdf« ser der ud til at stå et CPR-nummer: side 1.';
    const file = { __typename: 'ResponseFile', id: 'f', name: 'svar.pdf', size: 9, url: '/f', section: null };
    const numbered = { ...content, general: richFromPlain('Ring til 070761-4285.') };
    const files = [{ ...file, screening: [seen] }];
    saved = () => ({ response: response({ ...writer, files, text: { ...text('open'), content: numbered } }) });
    show({ myResponse: response(writer) }, <Check />);
    expect(await screen.findByText('Her ser ud til at stå et CPR-nummer')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Alt' }).getAttribute('href')).toMatch(/generelt$/);
    expect(screen.getByText(seen)).toBeDefined();
  });

  it('says whose round it is sent to, and who sends it where one may not', async () => {
    saved = () => ({ response: response(writer) });
    show({ myResponse: response(writer), ownerName: 'Greve Kommune' }, <Check />);
    expect(await screen.findByText(/Det kan læses af Greve Kommune/)).toBeDefined();
    expect(words()).not.toContain('Ingen kan rette i det, når det er sendt');
    cleanup();
    saved = () => ({ response: response(draft) });
    show({ myResponse: response(draft) }, <Check />);
    expect(await screen.findByText(/sender svaret på jeres vegne\./)).toBeDefined();
  });
});
