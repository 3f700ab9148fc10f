import { type ReactElement, useEffect, useRef, useState } from 'react';
import { type CodeReader, openCodeReader, watchCamera } from '../../code-reader/code-reader.ts';
import { Button } from '../components/button/button.tsx';
import { kindOfScan } from '../keyboard/scanner-burst.ts';
import { useWords } from '../locale.tsx';
import { CAMERA_WORDS } from './camera-messages.ts';
import './scan-camera.css';

export interface ScanCameraProps {
  /** A card or a code of a printed form that the camera saw, each text once. */
  readonly onScan: (text: string) => void;
  /** Ends the camera: what was looked for is there. */
  readonly done: boolean;
}

/** Whether this computer has a camera that a page may ask for, also one that is plugged in later; undefined until that is known, and where a page may not know. */
function useHasCamera(): boolean | undefined {
  const [has, setHas] = useState<boolean>();
  useEffect(() => {
    if (!('mediaDevices' in navigator)) return undefined;
    const { mediaDevices } = navigator;
    const look = () => { void mediaDevices.enumerateDevices().then((devices) => { setHas(devices.some(({ kind }) => kind === 'videoinput')); }, () => undefined); };
    look();
    mediaDevices.addEventListener('devicechange', look);
    return () => { mediaDevices.removeEventListener('devicechange', look); };
  }, []);
  return has;
}

/** What a failure of the camera means, by the browser's name for it. */
const MEANS: Readonly<Record<string, 'denied' | 'none'>> = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'none', OverconstrainedError: 'none' };

/** The camera of the computer or tablet in place of a hand-held scanner. Where the browser reads no codes itself, what reads them is loaded with the first picture. */
export function ScanCamera({ onScan, done }: ScanCameraProps): ReactElement | null {
  const t = useWords(CAMERA_WORDS);
  const hasCamera = useHasCamera();
  const [on, setOn] = useState(false);
  const [said, setSaid] = useState<'hold' | 'other' | 'none' | 'denied' | 'busy' | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onScan);
  useEffect(() => { latest.current = onScan; });
  useEffect(() => { if (done) setOn(false); }, [done]);
  useEffect(() => {
    if (!on || place.current === null) return;
    const reader: CodeReader = openCodeReader(() => new Worker(new URL('../../code-reader/code-reader-worker.ts', import.meta.url), { type: 'module' }));
    const seen = new Set<string>();
    setSaid('hold');
    const end = watchCamera(place.current, reader, (codes) => {
      for (const text of codes.filter((one) => !seen.has(one))) {
        seen.add(text);
        const kind = kindOfScan(text);
        setSaid(kind === 'card' || kind === 'form' ? 'hold' : 'other');
        if (kind !== 'card' && kind !== 'form') continue;
        latest.current(text);
        if (kind === 'card') setOn(false);
      }
    }, (why) => {
      setSaid(MEANS[why] ?? 'busy');
      setOn(false);
    });
    return () => {
      end();
      reader.end();
    };
  }, [on]);
  if (hasCamera === undefined) return null;
  if (!hasCamera) return <p className="quiet scan-camera">{t('none')}</p>;
  return (
    <div className="scan-camera">
      <Button kind="quiet" expanded={on} onPress={() => { setOn(!on); }}>{t(on ? 'stop' : 'start')}</Button>
      <div ref={place} className="scan-camera-picture" hidden={!on} />
      {said === null || (!on && (said === 'hold' || said === 'other')) ? null : <p className="quiet" role="status">{t(said)}</p>}
    </div>
  );
}
