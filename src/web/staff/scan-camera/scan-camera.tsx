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

/** Whether this computer has a camera that a page may ask for; false until that is known. */
function useHasCamera(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    if (!('mediaDevices' in navigator)) return;
    void navigator.mediaDevices.enumerateDevices().then((devices) => { setHas(devices.some(({ kind }) => kind === 'videoinput')); }, () => undefined);
  }, []);
  return has;
}

/** The camera of the computer or tablet in place of a hand-held scanner. Where the browser reads no codes itself, what reads them is loaded with the first picture. */
export function ScanCamera({ onScan, done }: ScanCameraProps): ReactElement | null {
  const t = useWords(CAMERA_WORDS);
  const hasCamera = useHasCamera();
  const [on, setOn] = useState(false);
  const [said, setSaid] = useState<'hold' | 'other' | 'no-camera' | null>(null);
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
    }, () => {
      setSaid('no-camera');
      setOn(false);
    });
    return () => {
      end();
      reader.end();
    };
  }, [on]);
  if (!hasCamera) return null;
  return (
    <div className="scan-camera">
      <Button kind="quiet" expanded={on} onPress={() => { setOn(!on); }}>{t(on ? 'stop' : 'start')}</Button>
      <div ref={place} className="scan-camera-picture" hidden={!on} />
      {said === null || (!on && said !== 'no-camera') ? null : <p className="quiet" role="status">{t(said)}</p>}
    </div>
  );
}
