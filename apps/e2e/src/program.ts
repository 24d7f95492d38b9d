/** What a GraphQL answer holds: the data asked for, or why there is none. */
interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A program that is signed in as a demo person: what a script of theirs could do without any page. */
export interface Program {
  /** The session, as a `Cookie` header. */
  readonly cookie: string;
  /**
   * Asks the GraphQL API. The caller names the type of the answer.
   *
   * @throws Error with the API's own sentences when it answers with errors.
   */
  ask<Data>(query: string, variables?: object): Promise<Data>;
}

/** Signs a demo person in without a browser. */
export async function signIn(url: string, persona: string): Promise<Program> {
  const response = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  if (!response.ok) throw new Error(`${persona} could not sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`No session came with signing in as ${persona}`);
  return { cookie, ask: (query, variables) => ask(url, cookie, query, variables) };
}

async function ask<Data>(url: string, cookie: string, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer;
  if (errors !== undefined) throw new Error(`${errors.map(({ message }) => message).join('\n')}\n${query}`);
  return data as Data;
}
