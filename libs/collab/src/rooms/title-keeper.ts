import type { TextId } from '@enig/kernel';
import { rootsOf, type TextKind } from '@enig/text';
import type * as Y from 'yjs';
import type { Ports } from '../ports';

/** Keeps the title people see in lists in step with a text that has one. */
export class TitleKeeper {
  private readonly hasTitle: boolean;
  /** How often one has been said, or what was known has been forgotten. */
  private times = 0;

  /** @param title  as it is stored; null where that is not known. */
  constructor(
    private readonly text: TextId,
    kind: TextKind,
    private title: string | null,
    private readonly ports: Pick<Ports, 'log' | 'trouble'>,
  ) {
    this.hasTitle = 'title' in rootsOf(kind);
  }

  /** After a commit, here or on another node. `seq` is how far the document is. */
  keep(doc: Y.Doc, seq: number): void {
    if (!this.hasTitle) return;
    const title = doc.getText('title').toString();
    if (title === this.title) return;
    this.title = title;
    const time = (this.times += 1);
    this.ports.log.rename(this.text, title, seq).catch((error: unknown) => {
      if (time === this.times) this.forget();
      this.ports.trouble(error);
    });
  }

  /** It may be stored otherwise by now: after the next commit it is said again. */
  forget(): void {
    this.times += 1;
    this.title = null;
  }
}
