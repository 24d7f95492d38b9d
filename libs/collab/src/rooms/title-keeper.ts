import type { TextId } from '@enig/kernel';
import { rootsOf, type TextKind } from '@enig/text';
import type * as Y from 'yjs';
import type { Ports } from '../ports';

/** Keeps the title people see in lists in step with a text that has one. */
export class TitleKeeper {
  private readonly hasTitle: boolean;

  /** @param title  as it is stored. */
  constructor(
    private readonly text: TextId,
    kind: TextKind,
    private title: string,
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
    this.ports.log.rename(this.text, title, seq).catch(this.ports.trouble);
  }
}
