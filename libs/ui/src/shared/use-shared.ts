import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

/** Anything of Yjs that says when it or something in it changes. */
export type Watchable = {
  observeDeep(changed: () => void): void;
  unobserveDeep(changed: () => void): void;
};

/**
 * What `read` makes of a shared type, kept up to date with it and everything in it. `read` must be the same function as
 * long as it would say the same.
 *
 * @param isSame whether two results are shown alike; then the first is kept and nothing is drawn again.
 */
export function useShared<Type extends Watchable, Value>(
  type: Type,
  read: (type: Type) => Value,
  isSame: (one: Value, other: Value) => boolean = Object.is,
): Value {
  const store = useMemo(() => new SharedValue(type, read, isSame), [type, read, isSame]);
  return useSyncExternalStore(store.subscribe, store.value);
}

class SharedValue<Type extends Watchable, Value> {
  private known: { readonly value: Value } | null = null;
  private isStale = true;

  constructor(
    private readonly type: Type,
    private readonly read: (type: Type) => Value,
    private readonly isSame: (one: Value, other: Value) => boolean,
  ) {}

  readonly subscribe = (onChange: () => void): (() => void) => {
    const changed = () => {
      this.isStale = true;
      onChange();
    };
    this.isStale = true;
    this.type.observeDeep(changed);
    return () => this.type.unobserveDeep(changed);
  };

  readonly value = (): Value => {
    if (this.known && !this.isStale) return this.known.value;
    const value = this.read(this.type);
    this.isStale = false;
    if (!this.known || !this.isSame(this.known.value, value)) this.known = { value };
    return this.known.value;
  };
}

/** One value of a Y.Map, kept up to date; null where it is missing or of another kind. */
export function useMapText(map: Y.Map<unknown>, name: string): string | null {
  const read = useCallback(
    (of: Y.Map<unknown>) => {
      const value = of.get(name);
      return typeof value === 'string' ? value : null;
    },
    [name],
  );
  return useShared(map, read);
}
