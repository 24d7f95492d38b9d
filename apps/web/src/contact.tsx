import { useMessages } from '@enig/ui';
import { useEffect, useState } from 'react';

/** Whom somebody calls or writes to who is stuck before they have come in; nothing where nobody has said. */
export function Contact() {
  const m = useMessages();
  const contact = useContact();
  return contact === null ? null : <p>{m('help.contact', { contact })}</p>;
}

function useContact(): string | null {
  const [contact, setContact] = useState<string | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    fetch('/auth/contact', { signal: controller.signal })
      .then(async (response) => (response.ok ? ((await response.json()) as { contact: string | null }).contact : null))
      .then(setContact)
      .catch(() => undefined); // the page can be used without it
    return () => controller.abort();
  }, []);
  return contact;
}
