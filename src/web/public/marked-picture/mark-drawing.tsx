import { type ReactElement } from 'react';

/** A box or an arrow on a picture, in parts of its width and height: an arrow runs from `x`, `y` by `w`, `h` to its tip. */
export interface DrawnMark {
  readonly shape: 'box' | 'arrow';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly words: string;
}

interface MarkDrawingProps {
  /** Unique on the page: the tips of the arrows are found by it. */
  readonly id: string;
  readonly marks: readonly DrawnMark[];
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`;
}

function Shape({ mark, kind, tip }: { readonly mark: DrawnMark; readonly kind: 'mark-halo' | 'mark-line'; readonly tip: string }): ReactElement {
  const { x, y, w, h } = mark;
  if (mark.shape === 'box') return <rect className={kind} x={percent(x)} y={percent(y)} width={percent(w)} height={percent(h)} rx="4" />;
  return <line className={kind} x1={percent(x)} y1={percent(y)} x2={percent(x + w)} y2={percent(y + h)} markerEnd={`url(#${tip})`} />;
}

/** The words stand towards the middle of the picture, so that they do not run over its edge. */
function Label({ mark, number }: { readonly mark: DrawnMark; readonly number: number }): ReactElement {
  const leftwards = mark.x > 0.55;
  return (
    <svg aria-hidden={true} className="mark-label" x={percent(mark.x)} y={percent(mark.y)}>
      <circle r="11" />
      <text className="mark-number" y="5">{number}</text>
      <text className="mark-words" x={leftwards ? -16 : 16} y="-8" textAnchor={leftwards ? 'end' : 'start'}>{mark.words}</text>
    </svg>
  );
}

/** The marks over a picture: red on a white rim, numbered, with their words. It lies on whatever stands before it in the same box. */
export function MarkDrawing({ id, marks }: MarkDrawingProps): ReactElement {
  const tip = `${id}-tip`;
  return (
    <svg className="mark-drawing" aria-hidden={true}>
      <marker id={tip} viewBox="0 0 10 10" refX="8" refY="5" markerWidth="16" markerHeight="16" markerUnits="userSpaceOnUse" orient="auto">
        <path d="M0 0 10 5 0 10Z" />
      </marker>
      {marks.map((mark, index) => (
        // Marks have no other name than their place in the list.
        <g key={index}>
          <Shape mark={mark} kind="mark-halo" tip={tip} />
          <Shape mark={mark} kind="mark-line" tip={tip} />
          <Label mark={mark} number={index + 1} />
        </g>
      ))}
    </svg>
  );
}
