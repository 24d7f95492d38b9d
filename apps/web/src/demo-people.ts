import { useEffect, useState } from 'react';

/** A person of the invented demo, as `GET /auth/demo` lists them. */
export interface DemoPerson {
  readonly persona: string;
  readonly name: string;
  readonly role: string;
  readonly body: string;
}

type DemoPeople = readonly DemoPerson[] | 'unknown' | undefined;

/** The demo's people: `undefined` until known, empty where this is no demo, `unknown` when nobody could be asked. */
export function useDemoPeople(): DemoPeople {
  const [people, setPeople] = useState<DemoPeople>();
  useEffect(() => {
    const controller = new AbortController();
    fetch('/auth/demo', { signal: controller.signal })
      .then(async (response): Promise<DemoPeople> => {
        if (response.status === 404) return [];
        return response.ok ? ((await response.json()) as readonly DemoPerson[]) : 'unknown';
      })
      .then(setPeople)
      .catch(() => {
        if (!controller.signal.aborted) setPeople('unknown');
      });
    return () => controller.abort();
  }, []);
  return people;
}
