import { type ReactElement, type ReactNode } from 'react';

export interface QrPictureProps {
  /** Rows of dark (true) and light modules with their quiet zone, as `encodeQR(text, 'raw')` gives them. */
  readonly modules: readonly (readonly boolean[])[];
  /** What scanning it opens, for those who cannot see it. */
  readonly alt: string;
  readonly caption?: ReactNode;
}

function pathOf(modules: QrPictureProps['modules']): string {
  let path = '';
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (row[x] !== true) continue;
      let end = x + 1;
      while (row[end] === true) end++;
      path += `M${x} ${y}h${end - x}v1h${x - end}z`;
      x = end;
    }
  });
  return path;
}

/** A QR code as one drawing, always dark on white, with the address or code in words under it. */
export function QrPicture({ modules, alt, caption }: QrPictureProps): ReactElement {
  return (
    <figure className="qr">
      <svg viewBox={`0 0 ${modules.length} ${modules.length}`} role="img" aria-label={alt} shapeRendering="crispEdges">
        <path d={pathOf(modules)} />
      </svg>
      {caption === undefined ? null : <figcaption>{caption}</figcaption>}
    </figure>
  );
}
