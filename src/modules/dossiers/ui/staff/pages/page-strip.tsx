import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type PageEdit } from '../../../domain/page-edit.ts';
import { pageAddress } from './page-address.ts';
import { PAGE_WORDS } from './page-messages.ts';

/** A page in the editor; its name stays the same wherever it is moved. */
export interface EditedPage extends PageEdit {
  readonly id: string;
}

interface PageStripProps {
  readonly pages: readonly EditedPage[];
  readonly at: number;
  readonly onChoose: (at: number) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onTurn: () => void;
  readonly onRemove: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** The pages in their order, small: chosen, dragged, moved, turned and removed by mouse and by keyboard. */
export function PageStrip({ pages, at, onChoose, onMove, onTurn, onRemove }: PageStripProps): ReactElement {
  const t = useWords(PAGE_WORDS);
  const [dragged, setDragged] = useState<number | null>(null);
  const chosen = useRef<HTMLButtonElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    // The focus goes with the page, but only for whoever works by keyboard.
    if (byKey.current) chosen.current?.focus();
    byKey.current = false;
  }, [at, pages]);

  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      const to = Math.min(pages.length - 1, Math.max(0, at + step));
      if (event.shiftKey) onMove(at, to);
      else onChoose(to);
    } else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else if (event.key.toLowerCase() === 'r' && !event.ctrlKey && !event.metaKey && !event.altKey) onTurn();
    else return;
    byKey.current = true;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ol className="page-strip">
      {pages.map((page, index) => (
        <li
          key={page.id}
          className={dragged === index ? 'page-dragged' : undefined}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', String(index));
            setDragged(index);
          }}
          onDragEnd={() => { setDragged(null); }}
          onDragOver={(event) => { if (dragged !== null) event.preventDefault(); }}
          onDrop={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            onMove(dragged, index);
            setDragged(null);
          }}
        >
          <button
            ref={index === at ? chosen : undefined}
            type="button"
            className="page-thumb"
            aria-current={index === at}
            tabIndex={index === at ? 0 : -1}
            aria-label={t(page.crop === null ? 'page' : 'page-cut', { number: index + 1, count: pages.length })}
            onClick={() => { onChoose(index); }}
            onKeyDown={press}
          >
            <span className="page-thumb-box"><img className={`turn-${String(page.turn)}`} src={pageAddress(page, 'small')} alt="" loading="lazy" draggable={false} /></span>
            <span aria-hidden={true}>{index + 1}{page.crop === null ? '' : ` · ${t('cut')}`}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
