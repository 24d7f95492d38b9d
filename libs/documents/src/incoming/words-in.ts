/** Names under which a PDF's reader keeps what programs made: ids, colours, measures, places. Nobody wrote those. */
const NOT_WORDS = new Set([
  ...[
    'id',
    'ref',
    'rect',
    'color',
    'backgroundColor',
    'borderColor',
    'quadPoints',
    'type',
    'subtype',
    'annotationType',
  ],
  ...[
    'borderStyle',
    'appearance',
    'rotation',
    'page',
    'fontName',
    'fontRefName',
    'transform',
    'bbox',
    'content',
    'dest',
  ],
  ...['modificationDate', 'creationDate', 'CreationDate', 'ModDate', 'fingerprints', 'defaultAppearanceData'],
  ...['class', 'style', 'dir', 'role', 'editable', 'fieldFlags', 'kidIds'],
]);

const DEEPEST = 40;

/** Every string in a structure, each on a line of its own; one that is spread over a list of signs is put together. */
export function wordsIn(said: unknown): string {
  const words: string[] = [];
  gather(said, words, 0);
  return words.join('\n');
}

function gather(said: unknown, words: string[], depth: number): void {
  if (typeof said === 'string') words.push(said);
  if (typeof said !== 'object' || said === null || depth > DEEPEST || ArrayBuffer.isView(said)) return;
  if (said instanceof Map) return gather([...said.values()], words, depth + 1);
  for (const [name, value] of Object.entries(said))
    if (!NOT_WORDS.has(name) || Array.isArray(said)) gather(value, words, depth + 1);
}
