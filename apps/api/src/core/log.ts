/** What a line may say: names of things and numbers. Never what people are called, wrote or typed. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Writes what happens as JSON, one object a line. */
export interface Log {
  info(event: string, facts?: Facts): void;
  /** For a mistake of ours; takes what was thrown, and writes its kind and where, but not its message. */
  error(event: string, thrown: unknown, facts?: Facts): void;
}

/** @param write  takes one line without its end. */
export function createLog(write: (line: string) => void): Log {
  const line = (level: string, event: string, facts: Facts): void =>
    write(JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }));
  return {
    info: (event, facts = {}) => line('info', event, facts),
    error: (event, thrown, facts = {}) => line('error', event, { ...facts, ...kindOf(thrown) }),
  };
}

/** A message can hold what somebody wrote ("Key (email)=… already exists"), so only the kind, code and places go out. */
function kindOf(thrown: unknown): Facts {
  if (!(thrown instanceof Error)) return { kind: typeof thrown };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
  return { kind: thrown.name, code, stack: placesIn(thrown.stack ?? '') };
}

function placesIn(stack: string): string {
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return places.map((line) => line.trim()).join(' < ');
}
