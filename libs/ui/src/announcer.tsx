import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { AnnouncementQueue, type AnnouncementSetting, type AnnouncementWeight } from './announcements';
import { useMessages } from './messages';

/** What a part may have read out. */
export type Announce = {
  /** At once: what followed from the person's own act. */
  readonly say: (sentence: string) => void;
  /** Gathered, at most every 20 seconds: what others did. */
  readonly report: (sentence: string, weight: AnnouncementWeight) => void;
  readonly setting: AnnouncementSetting;
  readonly setSetting: (setting: AnnouncementSetting) => void;
};

const silent: Announce = { say: () => undefined, report: () => undefined, setting: 'off', setSetting: () => undefined };
const Announcements = createContext<Announce>(silent);
/** What a person does next, or where they go: what was said of the last act is then no longer so. */
const ACTS = ['click', 'popstate'] as const;
const STORED_AS = 'enig.announcements';

/** Lets a part have something read out. Outside an `Announcer` nothing is. */
export function useAnnouncer(): Announce {
  return useContext(Announcements);
}

/**
 * The one polite live region, outside everything else; it is never put on the text itself, where it would echo every
 * key. What a person chose to hear is kept in this browser.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const m = useMessages();
  const [{ isSaid, sentence }, setSaid] = useState({ isSaid: false, sentence: '' });
  const [setting, setSetting] = useState(storedSetting);
  const [queue] = useState(
    () =>
      new AnnouncementQueue({
        setting,
        // The same words are another text, also where they were taken away in the same moment: else nobody reads them.
        say: (next) =>
          setSaid((before) => ({ isSaid: true, sentence: before.sentence === next ? `${next}\u00a0` : next })),
        forget: () => setSaid((before) => (before.isSaid ? { ...before, isSaid: false } : before)),
        andMore: (count) => m('ui.announce.andMore', { count }),
        now: () => performance.now(),
      }),
  );
  useEffect(() => () => queue.stop(), [queue]);
  useEffect(() => {
    // Before the act itself, which may say something.
    const forget = () => queue.forget();
    for (const act of ACTS) window.addEventListener(act, forget, true);
    return () => {
      for (const act of ACTS) window.removeEventListener(act, forget, true);
    };
  }, [queue]);
  useEffect(() => {
    queue.listen(setting);
    storeSetting(setting);
  }, [queue, setting]);
  const announce = useMemo<Announce>(
    () => ({
      say: (said) => queue.say(said),
      report: (said, weight) => queue.report(said, weight),
      setting,
      setSetting,
    }),
    [queue, setting],
  );
  return (
    <Announcements value={announce}>
      {children}
      <div className="e-hidden" role="status" aria-live="polite" data-testid="announcer">
        {isSaid && sentence}
      </div>
    </Announcements>
  );
}

function storedSetting(): AnnouncementSetting {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return stored === 'off' || stored === 'all' ? stored : 'few';
  } catch {
    return 'few'; // a browser that keeps nothing still reads out
  }
}

function storeSetting(setting: AnnouncementSetting): void {
  try {
    localStorage.setItem(STORED_AS, setting);
  } catch {
    return; // the choice then holds for this page only
  }
}
