import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { CROP_CORNERS, type CropCorner, moveCorner, type PageCrop, type PageEdit } from '../../../domain/page-edit.ts';
import { pageAddress } from './page-address.ts';
import { PAGE_WORDS } from './page-messages.ts';

interface PagePreviewProps {
  readonly page: PageEdit;
  readonly onCrop: (crop: PageCrop | null) => void;
}

interface Size {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** One press of an arrow key, in parts of the page; with Shift five times as far. */
const STEP = 0.005;
const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** How a picture of this size is turned about its own corner so that it lies in the picture box again. */
function turned({ width, height }: Size, turn: PageEdit['turn']): string {
  if (turn === 90) return `translate(${String(height)} 0) rotate(90)`;
  if (turn === 180) return `translate(${String(width)} ${String(height)}) rotate(180)`;
  if (turn === 270) return `translate(0 ${String(width)}) rotate(270)`;
  return 'translate(0 0)';
}

/** One page large, turned as it will be; what is cut off is dimmed, and four corners are pulled by mouse, finger or keyboard. */
export function PagePreview({ page, onCrop }: PagePreviewProps): ReactElement {
  const t = useWords(PAGE_WORDS);
  const stage = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const [pulled, setPulled] = useState<{ readonly corner: CropCorner; readonly x: number; readonly y: number } | null>(null);
  const address = pageAddress(page, 'large');
  if (size?.address !== address) {
    return (
      <div className="page-stage">
        <img
          className="page-loading" src={address} alt=""
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => { setSize({ address, width: naturalWidth, height: naturalHeight }); }}
        />
      </div>
    );
  }
  const upright = page.turn === 0 || page.turn === 180;
  const [width, height] = upright ? [size.width, size.height] : [size.height, size.width];
  const crop = page.crop ?? { x: 0, y: 0, w: 1, h: 1 };
  const [left, top, right, bottom] = [crop.x * width, crop.y * height, (crop.x + crop.w) * width, (crop.y + crop.h) * height];
  const places = { nw: [left, top], ne: [right, top], se: [right, bottom], sw: [left, bottom] } as const;
  const partsOf = (event: PointerEvent) => {
    const matrix = stage.current?.getScreenCTM();
    if (matrix == null) return { x: 0, y: 0 };
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return { x: point.x / width, y: point.y / height };
  };
  const press = (event: KeyboardEvent, corner: CropCorner) => {
    const by = ARROWS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 5 : 1;
    onCrop(moveCorner(page.crop, corner, { x: by.x * far, y: by.y * far }));
  };
  const edge = Math.max(width, height);
  return (
    <div className="page-stage">
      <svg ref={stage} className="page-picture" viewBox={`0 0 ${String(width)} ${String(height)}`} role="group" aria-label={t('crop-how')}>
        <image href={address} width={size.width} height={size.height} transform={turned(size, page.turn)} />
        <path className="page-cut-off" d={`M0 0H${String(width)}V${String(height)}H0ZM${String(left)} ${String(top)}V${String(bottom)}H${String(right)}V${String(top)}Z`} />
        <rect className="page-kept" x={left} y={top} width={right - left} height={bottom - top} strokeWidth={edge / 300} />
        {CROP_CORNERS.map((corner) => (
          <circle
            key={corner}
            className={`page-corner page-corner-${corner}`}
            cx={places[corner][0]} cy={places[corner][1]} r={edge / 50} strokeWidth={edge / 300}
            role="button" tabIndex={0} aria-label={t(`corner.${corner}`)}
            onKeyDown={(event) => { press(event, corner); }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setPulled({ corner, ...partsOf(event) });
            }}
            onPointerMove={(event) => {
              if (pulled?.corner !== corner) return;
              const here = partsOf(event);
              onCrop(moveCorner(page.crop, corner, { x: here.x - pulled.x, y: here.y - pulled.y }));
              setPulled({ corner, ...here });
            }}
            onPointerUp={() => { setPulled(null); }}
            onPointerCancel={() => { setPulled(null); }}
          />
        ))}
      </svg>
    </div>
  );
}
