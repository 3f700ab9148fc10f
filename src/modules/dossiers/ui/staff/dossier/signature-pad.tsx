import { type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { DOSSIER_WORDS } from './dossier-messages.ts';

export interface SignaturePadProps {
  readonly busy: boolean;
  readonly onDone: (file: File) => void;
}

const WIDTH = 640;
const HEIGHT = 240;

/** A white field to sign on with pen, finger or mouse. Whoever cannot draw is photographed with the signed slip instead. */
export function SignaturePad({ busy, onDone }: SignaturePadProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [signed, setSigned] = useState(false);
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null);

  const placeOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * WIDTH, y: ((event.clientY - box.top) / box.height) * HEIGHT };
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const ink = canvas.current?.getContext('2d');
    if (ink === undefined || ink === null || last.current === null) return;
    const to = placeOf(event);
    ink.lineWidth = 3.5;
    ink.lineCap = 'round';
    ink.strokeStyle = '#1a2a6c';
    ink.beginPath();
    ink.moveTo(last.current.x, last.current.y);
    ink.lineTo(to.x, to.y);
    ink.stroke();
    last.current = to;
    setSigned(true);
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
    setSigned(false);
  };
  const done = () => {
    canvas.current?.toBlob((blob) => {
      if (blob !== null) onDone(new File([blob], 'chu-ky.png', { type: 'image/png' }));
    }, 'image/png');
  };
  return (
    <div className="signature">
      <canvas
        ref={canvas} width={WIDTH} height={HEIGHT} role="img" aria-label={t('proof.pad')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = placeOf(event);
        }}
        onPointerMove={draw}
        onPointerUp={() => { last.current = null; }}
      />
      <div className="button-row">
        <Button kind="quiet" busy={busy || !signed} onPress={done}>{t(busy ? 'saving' : 'proof.done')}</Button>
        <Button kind="plain" onPress={clear}>{t('proof.clear')}</Button>
      </div>
    </div>
  );
}
