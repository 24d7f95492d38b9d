import {
  Alert,
  BackLink,
  Button,
  LinkButton,
  Page,
  PageHeader,
  PrintFooter,
  useDocumentTitle,
  useMessages,
} from '@enig/ui';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useMutation } from 'urql';
import { DeadlineWords } from '../deadline';
import { RoundDocument, VisitRoundDocument, type RoundQuery } from '../generated/graphql';
import { QueryPage } from '../query-page';
import { Answers } from './hearing-answers';
import { HearingHead, nameOf } from './hearing-head';
import { WhatIsHeard } from './hearing-material';
import { AskMoreTime, MoreTime } from './more-time';
import { MeetsTooLate, OwnMeetings, useOwnMeetings } from './own-meetings';
import { correctedIn, responseHref } from './response-ways';
import { MainAct, RoundActs, type ActedRound } from './round-acts';
import { ScreeningLinks } from './screening-links';

export type Round = NonNullable<RoundQuery['round']>;

/** A hearing: what is heard, until when, and (for a council that is asked) the way to its answer. */
export function HearingPage() {
  const { roundId = '' } = useParams();
  return (
    <QueryPage query={RoundDocument} variables={{ id: roundId }} pick={(data) => data.round}>
      {(round, refetch) => <HearingView round={round} refetch={refetch} />}
    </QueryPage>
  );
}

interface Of {
  readonly round: Round;
  readonly refetch: () => void;
}

function HearingView({ round, refetch }: Of) {
  const m = useMessages();
  const title = m('page.hearing.titleOf', { agreement: nameOf(round) });
  useDocumentTitle(title);
  useVisit(round);
  return (
    <Page
      header={
        <PageHeader
          title={title}
          way={<BackLink href={`/aftaler/${round.agreement.id}`} where={round.agreement.title} />}
          state={<RoundState round={round} />}
          action={
            round.myResponse ? <OwnAnswer round={round} /> : <MainAct round={withWaitedFor(round)} refetch={refetch} />
          }
          aside={
            <Button look="quiet" onClick={() => window.print()}>
              {m('button.print')}
            </Button>
          }
        />
      }
    >
      <Sections round={round} refetch={refetch} />
      <PrintFooter>
        {title} · {round.version?.hash ?? round.document?.sha256} · {window.location.href}
      </PrintFooter>
    </Page>
  );
}

/** What is heard comes first for those who are asked about it, and last for those who look after it. */
function Sections({ round, refetch }: Of) {
  const { myResponse } = round;
  const own = useOwnMeetings(myResponse);
  const [asked, setAsked] = useState(0);
  const onAsked = () => setAsked(asked + 1);
  const isWarned = round.state === 'collecting' && own.meetings?.meets === 'doesNotMeet';
  const mayAsk = myResponse?.may.askMoreTime === true;
  return (
    <>
      <HearingHead round={round} />
      <NotSent round={round} />
      {own.meetings && round.state === 'collecting' && (
        <MeetsTooLate meetings={own.meetings}>
          {mayAsk && <AskMoreTime round={round} refetch={refetch} onAsked={onAsked} />}
        </MeetsTooLate>
      )}
      {myResponse && <WhatIsHeard round={round} />}
      <RoundActs round={withWaitedFor(round)} refetch={refetch} withMain={myResponse !== null} />
      <MoreTime round={round} refetch={refetch} asked={asked} onAsked={onAsked} asksAbove={isWarned || own.isAwaited} />
      <Answers round={round} />
      <ScreeningLinks round={round} />
      {myResponse && <OwnMeetings round={round.id} own={own} />}
      {!myResponse && <WhatIsHeard round={round} />}
    </>
  );
}

/** With the names of those who are asked and have no answer that stands. */
function withWaitedFor(round: Round): ActedRound {
  const answered = new Set(round.responses.filter(({ state }) => state === 'submitted').map(({ body }) => body.id));
  return { ...round, waitedFor: round.invited.filter(({ id }) => !answered.has(id)).map(({ name }) => name) };
}

/** The way to a council's own answer, called after what one can do there. */
function OwnAnswer({ round }: { readonly round: Round }) {
  const m = useMessages();
  const { myResponse } = round;
  if (!myResponse) return null;
  const verb = verbFor(round, myResponse);
  return (
    <LinkButton look={verb === 'page.hearing.seeDraft' ? 'quiet' : 'primary'} href={responseHref(round, myResponse)}>
      {m(verb)}
    </LinkButton>
  );
}

function verbFor({ state }: Round, response: NonNullable<Round['myResponse']>) {
  if (correctedIn(response)) return 'page.hearing.goOnCorrecting';
  if (response.state === 'submitted') return 'page.hearing.seeAnswer';
  return state === 'closed' ? 'page.hearing.seeDraft' : 'page.hearing.answer';
}

/** Says to a council that did not answer that it is too late now. */
function NotSent({ round }: { readonly round: Round }) {
  const m = useMessages();
  if (!round.myResponse || round.myResponse.state === 'submitted' || round.state !== 'closed') return null;
  return (
    <Alert tone="info">
      <p>{m('page.hearing.notSent')}</p>
    </Alert>
  );
}

function RoundState({ round }: { readonly round: Round }) {
  const m = useMessages();
  return (
    <>
      {m(`roundState.${round.state}`)} · <DeadlineWords round={round} isOver={round.state !== 'collecting'} />
      {round.myResponse && ` · ${round.myResponse.body.name}`}
    </>
  );
}

/** Notes that the material has been opened, for who belongs to a body that is asked. */
function useVisit({ id, myResponse }: Round): void {
  const [, visit] = useMutation(VisitRoundDocument);
  const isAsked = myResponse !== null;
  useEffect(() => {
    if (isAsked) void visit({ round: id });
  }, [id, isAsked, visit]);
}
