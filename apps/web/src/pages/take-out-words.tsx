import { lineAt } from '@enig/hearing';
import { CheckboxGroup, TextArea, useAnnouncer, useMessages } from '@enig/ui';
import { useState } from 'react';
import type { Answer, Payload } from '../command';
import { ReasonForm, type ReasonedAct } from './reason-form';
import { placesOfWords, surroundings, type Stretch } from './words-in-answer';

/**
 * Words somebody points out that no program looks for: what is said of a person's health, an address. Every place they
 * stand is shown, and those that are ticked are taken out; the others stay to be seen.
 */
export function TakeOutWords(props: {
  readonly text: string;
  readonly takenOut: readonly Stretch[];
  readonly takeOut: (place: Stretch, reason: string) => Promise<Answer<Payload>>;
  readonly refetch: () => void;
}) {
  const { text, takenOut, takeOut } = props;
  const m = useMessages();
  const { say } = useAnnouncer();
  const [words, setWords] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [isAsked, setAsked] = useState(false);
  const places = placesOfWords(words, text, takenOut);
  const chosen = places.filter((place) => !left.includes(keyOf(place)));
  const change = (next: string) => {
    setWords(next);
    setLeft([]);
    setAsked(false);
  };
  const act: ReasonedAct = {
    verb: m('page.screening.removeWords'),
    label: m('page.screening.removeWords'),
    isReady: () => {
      setAsked(true);
      return chosen.length > 0;
    },
    send: (reason) => oneByOne(chosen, (place) => takeOut(place, reason)),
    done: () => {
      say(m('page.screening.saidRemoved', { count: chosen.length }));
      if (chosen.length === places.length) change('');
    },
  };
  const missing = isAsked && words.trim() === '' ? 'page.screening.wordsNone' : 'page.screening.wordsMissing';
  return (
    <ReasonForm acts={[act]} settled={props.refetch}>
      <TextArea
        label={m('page.screening.words')}
        hint={m('page.screening.wordsHint')}
        rows={2}
        value={words}
        onChange={change}
        error={isAsked && places.length === 0 ? m(missing) : undefined}
      />
      <p role="status">{places.length > 0 && m('page.screening.wordsFound', { count: places.length })}</p>
      {places.length > 0 && (
        <CheckboxGroup
          label={m('page.screening.wordsPlaces')}
          options={places.map((place) => ({
            value: keyOf(place),
            label: m('page.screening.wordsPlace', {
              line: lineAt(text, place.start),
              words: surroundings(text, place),
            }),
          }))}
          value={chosen.map(keyOf)}
          onChange={(ticked) => setLeft(places.map(keyOf).filter((key) => !ticked.includes(key)))}
          error={isAsked && chosen.length === 0 ? m('page.screening.wordsNoPlace') : undefined}
        />
      )}
    </ReasonForm>
  );
}

/** Takes the places in turn; the first that is not done stops it and is what is answered. */
async function oneByOne(
  places: readonly Stretch[],
  takeOut: (place: Stretch) => Promise<Answer<Payload>>,
): Promise<Answer<Payload>> {
  let answer: Answer<Payload> = { result: {}, payload: { refused: null } };
  for (const place of places) {
    answer = await takeOut(place);
    if (!answer.payload || answer.payload.refused) return answer;
  }
  return answer;
}

function keyOf({ start, end }: Stretch): string {
  return `${start}-${end}`;
}
