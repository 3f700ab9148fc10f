import { type ReactElement, type ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWords } from '../../locale.tsx';
import { STAFF_WORDS } from '../../messages.ts';
import { Glyph } from '../glyph/glyph.tsx';
import './box-dialog.css';

export interface BoxDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** `top` stands near the top edge, for the command box; `wide` fills most of the window, for pictures. */
  readonly place?: 'middle' | 'top' | 'wide';
  /** The title is only for screen readers. */
  readonly unseenTitle?: boolean;
  readonly children: ReactNode;
}

/** A dialog over the page: the focus stays inside, Escape and a click outside close it, and the focus goes back to where it was. */
export function BoxDialog({ title, onClose, place = 'middle', unseenTitle = false, children }: BoxDialogProps): ReactElement {
  const t = useWords(STAFF_WORDS);
  return (
    <ModalOverlay className={`overlay overlay-${place}`} isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={`dialog dialog-${place}`}>
        <Dialog className="dialog-body">
          <div className={unseenTitle ? 'unseen' : 'dialog-head'}>
            <Heading slot="title" className="dialog-title">{title}</Heading>
            {unseenTitle ? null : (
              <button type="button" className="icon-button" aria-label={t('close')} onClick={onClose}><Glyph name="close" /></button>
            )}
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
