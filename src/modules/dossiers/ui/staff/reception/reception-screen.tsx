import { type ReactElement, useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { emptyDraft, type ReceptionDraft } from './reception-draft.ts';
import { ReceptionDone } from './reception-done.tsx';
import { ReceptionForm } from './reception-form.tsx';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { draftKey, readDraft } from './saved-draft.ts';
import { type Received } from './use-save-reception.ts';

const KEY = draftKey(null);

interface Saved {
  readonly received: Received;
  readonly draft: ReceptionDraft;
}

/** One reception from the card to the slip; the next one is a new round with new ids. */
function ReceptionRound({ onNext }: { readonly onNext: () => void }): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { staffId } = useSession();
  const [, navigate] = useLocation();
  const startCode = new URLSearchParams(useSearch()).get('thu-tuc');
  const [restored] = useState(() => readDraft(window.sessionStorage.getItem(KEY), staffId));
  const [initial] = useState(() => restored ?? emptyDraft({ dossierId: newId(), commandId: newId() }, staffId));
  const [saved, setSaved] = useState<Saved | null>(null);
  useEffect(() => { focusPart('card'); }, []);
  if (saved !== null) {
    const { received, draft } = saved;
    return <ReceptionDone received={received} applicantName={draft.person.fullName} procedureName={draft.procedure?.name ?? ''} onNext={onNext} nextWord="done-next" />;
  }
  return (
    <ReceptionForm
      title={(
        <>
          <h1>{t('title')}</h1>
          <p className="quiet">{restored === undefined ? t('kept') : t('restored')}</p>
          {restored === undefined ? null : (
            <Button
              kind="plain"
              onPress={() => {
                window.sessionStorage.removeItem(KEY);
                onNext();
              }}
            >
              {t('restart')}
            </Button>
          )}
        </>
      )}
      initial={initial}
      storageKey={KEY}
      startCode={startCode}
      onStarted={() => { navigate(STAFF_PATHS.newDossier, { replace: true }); }}
      onSaved={(received, draft) => { setSaved({ received, draft }); }}
    />
  );
}

/** Reception of new dossiers, one after another. */
export function ReceptionScreen(): ReactElement {
  const [round, setRound] = useState(0);
  const [, navigate] = useLocation();
  return (
    <ReceptionRound
      key={round}
      onNext={() => {
        navigate(STAFF_PATHS.newDossier, { replace: true });
        setRound(round + 1);
      }}
    />
  );
}
