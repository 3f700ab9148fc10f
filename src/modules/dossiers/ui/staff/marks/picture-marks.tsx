import { type KeyboardEvent, type PointerEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { MarkDrawing } from '../../../../../web/public/marked-picture/mark-drawing.tsx';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { drawnPlace, MARK_SHAPES, type MarkShape, MAX_MARK_WORDS, MAX_MARKS, movePlace, type PictureMark, stretchPlace } from '../../../domain/picture-marks.ts';
import { MARK_WORDS } from './mark-messages.ts';
import '../../../../../web/public/marked-picture/marked-picture.css';
import './picture-marks.css';

export interface PictureMarksProps {
  readonly picture: { readonly address: string; readonly name: string };
  /** The page of the paper that the picture shows, from 1. */
  readonly page: number;
  /** The marks of the whole paper; those of the other pages are left alone. */
  readonly marks: readonly PictureMark[];
  readonly onChange: (marks: readonly PictureMark[]) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One press of an arrow key, in parts of the picture. */
const STEP = 0.01;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};
const MIDDLE = { box: { x: 0.35, y: 0.4, w: 0.3, h: 0.15 }, arrow: { x: 0.7, y: 0.6, w: -0.2, h: -0.1 } } as const;

/**
 * Marks what is wrong on the picture of a page: boxes and arrows with a few words, by mouse, finger or keyboard. What is drawn is plain
 * data of the caller; citizens see the same marks through `MarkedPicture`.
 */
export function PictureMarks({ picture, page, marks, onChange }: PictureMarksProps): ReactElement {
  const t = useWords(MARK_WORDS);
  const id = useId();
  const stage = useRef<HTMLDivElement>(null);
  const [shape, setShape] = useState<MarkShape>('box');
  const [drag, setDrag] = useState<{ readonly from: Point; readonly to: Point } | null>(null);
  const [fresh, setFresh] = useState<number | null>(null);
  const here = marks.flatMap((mark, index) => (mark.page === page ? [{ mark, index }] : []));
  const full = marks.length >= MAX_MARKS;
  useEffect(() => {
    // Whoever has drawn a mark goes on by saying what is wrong there.
    if (fresh !== null) document.getElementById(`${id}-words-${String(fresh)}`)?.focus();
  }, [fresh, id]);

  const pointOf = (event: PointerEvent): Point => {
    const box = stage.current?.getBoundingClientRect();
    return box === undefined ? { x: 0, y: 0 } : { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const add = (place: Pick<PictureMark, 'x' | 'y' | 'w' | 'h'> | undefined) => {
    if (place === undefined || full) return;
    onChange([...marks, { page, shape, ...place, words: '' }]);
    setFresh(marks.length);
  };
  const change = (index: number, part: Partial<PictureMark>) => { onChange(marks.map((mark, at) => (at === index ? { ...mark, ...part } : mark))); };
  const drop = (index: number) => {
    setFresh(null);
    onChange(marks.filter((_, at) => at !== index));
  };
  const press = (event: KeyboardEvent, { mark, index }: { readonly mark: PictureMark; readonly index: number }) => {
    const by = ARROWS[event.key];
    if (by !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      change(index, event.shiftKey ? stretchPlace(mark.shape, mark, by) : movePlace(mark, by));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      drop(index);
    }
  };
  const drawn = drag === null ? undefined : drawnPlace(shape, drag.from, drag.to);
  return (
    <div className="picture-marks">
      <div className="mark-bar">
        <fieldset className="mark-shapes">
          <legend>{t('shape')}</legend>
          {MARK_SHAPES.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}-shape`} checked={shape === one} onChange={() => { setShape(one); }} />
              {t(`shape.${one}`)}
            </label>
          ))}
        </fieldset>
        <Button kind="quiet" busy={full} onPress={() => { add(MIDDLE[shape]); }}><Glyph name="plus" />{t('add')}</Button>
        <span className="field-note" role="status">{full ? t('full', { marks: MAX_MARKS }) : t('how')}</span>
      </div>
      <div className="mark-table">
        <div
          ref={stage}
          className="mark-stage mark-canvas"
          onPointerDown={(event) => {
            if (full || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag({ from: pointOf(event), to: pointOf(event) });
          }}
          onPointerMove={(event) => { if (drag !== null) setDrag({ ...drag, to: pointOf(event) }); }}
          onPointerUp={() => {
            add(drawn);
            setDrag(null);
          }}
          onPointerCancel={() => { setDrag(null); }}
        >
          <img src={picture.address} alt={picture.name} draggable={false} />
          <MarkDrawing id={id} marks={[...here.map(({ mark }) => mark), ...(drawn === undefined ? [] : [{ shape, ...drawn, words: '' }])]} />
        </div>
        {here.length === 0 ? <p className="quiet">{t('none')}</p> : (
          <ol className="mark-list">
            {here.map((entry, place) => {
              const number = place + 1;
              return (
                <li key={entry.index}>
                  <button type="button" className="mark-handle" aria-label={t('place', { number })} title={t('place', { number })} onKeyDown={(event) => { press(event, entry); }}>{number}</button>
                  <input
                    id={`${id}-words-${String(entry.index)}`}
                    className="box"
                    aria-label={t('words', { number })}
                    placeholder={t('words-example')}
                    maxLength={MAX_MARK_WORDS}
                    value={entry.mark.words}
                    onChange={(event) => { change(entry.index, { words: event.target.value }); }}
                  />
                  <button type="button" className="icon-button" aria-label={t('drop', { number })} onClick={() => { drop(entry.index); }}><Glyph name="close" /></button>
                </li>
              );
            })}
          </ol>
        )}
      </div>
    </div>
  );
}
