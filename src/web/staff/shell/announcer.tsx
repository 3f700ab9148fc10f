import { type ReactElement, useEffect, useState, useSyncExternalStore } from 'react';
import { Icon } from '../../public/icon/icon.tsx';
import { currentAnnouncement, subscribeToAnnouncements } from './announcement.ts';

const SHOWN_MS = 8000;

/** Where announcements appear. The region is always there: screen readers hear only changes inside an existing one. */
export function Announcer(): ReactElement {
  const { text, count } = useSyncExternalStore(subscribeToAnnouncements, currentAnnouncement);
  const [hiddenCount, setHiddenCount] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => { setHiddenCount(count); }, SHOWN_MS);
    return () => { clearTimeout(timer); };
  }, [count]);
  const shown = text !== '' && count > hiddenCount;
  return (
    <div className="announcer" role="status">
      {shown ? <div key={count} className="announcement"><Icon name="good" /><span>{text}</span></div> : null}
    </div>
  );
}
