/** What the server is to answer a file with; null: it was not reached. */
export type Answer = { readonly status: number; readonly body: unknown } | null;

/** A file that was sent, and how to let it go on: nothing happens by itself. */
export interface SentFile {
  readonly address: string;
  readonly isStopped: () => boolean;
  readonly hasCome: (bytes: number) => void;
  readonly ends: (answer: Answer) => void;
}

/** Stands in the place of the browser's own sender of files, until the returned function is called. */
export function catchUploads(sent: SentFile[]): () => void {
  const before = globalThis.XMLHttpRequest;
  class Caught extends EventTarget {
    readonly upload = new EventTarget();
    status = 0;
    responseText = '';
    private address = '';
    private isStopped = false;

    open(_method: string, address: string): void {
      this.address = address;
    }

    setRequestHeader(): void {
      return;
    }

    send(): void {
      sent.push({
        address: this.address,
        isStopped: () => this.isStopped,
        hasCome: (loaded) => this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded })),
        ends: (answer) => this.end(answer),
      });
    }

    abort(): void {
      this.isStopped = true;
      this.end(null);
    }

    private end(answer: Answer): void {
      this.status = answer?.status ?? 0;
      this.responseText = answer ? JSON.stringify(answer.body) : '';
      this.dispatchEvent(new Event('loadend'));
    }
  }
  Object.assign(globalThis, { XMLHttpRequest: Caught });
  return () => Object.assign(globalThis, { XMLHttpRequest: before });
}
