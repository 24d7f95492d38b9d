import { useMessages } from '@enig/ui';

/** The ways to the pages the server makes for reading, printing and fetching: they work without scripts. */
export function ReadingLinks({ round }: { readonly round: string }) {
  const m = useMessages();
  const at = `/laes/${round}`;
  return (
    <ul>
      <li>
        <a href={at}>{m('reading.here')}</a>
      </li>
      <li>
        <a href={`${at}/samlet`}>{m('reading.packPage')}</a>
      </li>
      <li>
        <a href={`${at}/samlet.pdf`}>{m('reading.packPdf')}</a>
      </li>
      <li>
        <a href={`${at}/samlet.docx`}>{m('reading.packWord')}</a>
      </li>
    </ul>
  );
}
