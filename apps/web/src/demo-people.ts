import { useEffect, useState } from 'react';

/** A person of the invented demo, as `GET /auth/demo` lists them. */
export interface DemoPerson {
  readonly persona: string;
  readonly name: string;
  readonly role: string;
  readonly body: string;
}

/** The demo's people: `undefined` until known, empty where this is no demo. */
export function useDemoPeople(): readonly DemoPerson[] | undefined {
  const [people, setPeople] = useState<readonly DemoPerson[] | undefined>();
  useEffect(() => {
    const controller = new AbortController();
    fetch('/auth/demo', { signal: controller.signal })
      .then(async (response) => (response.ok ? ((await response.json()) as readonly DemoPerson[]) : []))
      .then(setPeople)
      .catch(() => {
        if (!controller.signal.aborted) setPeople([]);
      });
    return () => controller.abort();
  }, []);
  return people;
}
