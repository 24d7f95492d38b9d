import { createMessages, type Locale, type Say } from '@enig/messages';
import { createContext, useContext, type ReactNode } from 'react';

/** Turns a code and its parameters into the sentence in the reader's language. */
export type Translate = Say;

/** The languages the parts can speak. */
export type { Locale };

const Sentences = createContext<{ readonly locale: Locale; readonly m: Translate }>({
  locale: 'da',
  m: createMessages('da'),
});

/** Gives the parts below it their language. `UiProvider` has one already. */
export function MessagesProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <Sentences value={{ locale, m: createMessages(locale) }}>{children}</Sentences>;
}

/** The sentences of the language around the caller; Danish where nothing else is said. */
export function useMessages(): Translate {
  return useContext(Sentences).m;
}

/** The language around the caller. */
export function useLocale(): Locale {
  return useContext(Sentences).locale;
}
