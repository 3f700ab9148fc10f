import { type ReactElement } from 'react';
import { type DrawnMark, MarkDrawing } from './mark-drawing.tsx';

export interface MarkedPictureProps {
  /** Unique on the page. */
  readonly id: string;
  readonly src: string;
  readonly alt: string;
  readonly marks: readonly DrawnMark[];
}

/** A picture of a paper with what is wrong on it: drawn on the picture, and as a numbered list for whoever cannot see the drawing. */
export function MarkedPicture({ id, src, alt, marks }: MarkedPictureProps): ReactElement {
  return (
    <figure className="marked-picture">
      <div className="mark-stage">
        <img src={src} alt={alt} />
        <MarkDrawing id={id} marks={marks} />
      </div>
      {marks.length === 0 ? null : (
        <figcaption>
          <ol>
            {marks.map(({ words }, index) => <li key={index}>{words}</li>)}
          </ol>
        </figcaption>
      )}
    </figure>
  );
}
