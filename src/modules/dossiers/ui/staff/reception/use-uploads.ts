import { type Dispatch, useEffect, useRef, useState } from 'react';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal } from '../../../../../web/staff/api/refusal.ts';
import { uploadFile } from '../../../../../web/staff/api/upload-file.ts';
import { type ReceptionEvent } from './reduce-reception.ts';

/** A file on its way, or one that did not arrive. */
export interface Upload {
  readonly id: string;
  readonly paperId: string;
  readonly file: File;
  /** The sent part, 0 to 1. */
  readonly part: number;
  readonly refusal: Refusal | null;
}

export interface Uploads {
  readonly items: readonly Upload[];
  readonly send: (paperId: string, files: readonly File[]) => void;
  readonly retry: (id: string) => void;
  readonly drop: (id: string) => void;
  /** The file behind a kept upload, as long as this tab remembers it. */
  readonly fileOf: (keptId: string) => File | undefined;
}

/** Asked anew each time: it changes while a file is on its way. */
function isStopped(stop: AbortController): boolean {
  return stop.signal.aborted;
}

/** Sends files one after another; each enters the form only when the server has confirmed it. */
export function useUploads(dispatch: Dispatch<ReceptionEvent>, onKept: (fileName: string) => void): Uploads {
  const [items, setItems] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const kept = useRef(new Map<string, File>());
  const queue = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const running = stops.current;
    return () => { for (const stop of running.values()) stop.abort(); };
  }, []);

  const change = (id: string, part: Partial<Upload>) => { setItems((last) => last.map((item) => (item.id === id ? { ...item, ...part } : item))); };
  const run = async ({ id, paperId, file }: Upload, stop: AbortController) => {
    if (isStopped(stop)) return;
    const result = await uploadFile(file, (part) => { change(id, { part }); }, stop.signal);
    if (isStopped(stop)) return;
    if (!result.ok) {
      change(id, { refusal: result.refusal });
      return;
    }
    const { sha256, fileName, pages, signed, warning } = result.value;
    kept.current.set(id, file);
    dispatch({ kind: 'file-kept', paperId, file: { id, sha256, fileName, pages, signed, warning, made: null, address: null } });
    setItems((last) => last.filter((item) => item.id !== id));
    onKept(fileName);
  };
  const start = (upload: Upload) => {
    const stop = new AbortController();
    stops.current.set(upload.id, stop);
    // One at a time: on a slow line the first page is there sooner, and each failure is about one file.
    queue.current = queue.current.then(() => run(upload, stop));
  };
  return {
    items,
    send: (paperId, files) => {
      const fresh = files.map((file) => ({ id: newId(), paperId, file, part: 0, refusal: null }));
      setItems((last) => [...last, ...fresh]);
      for (const upload of fresh) start(upload);
    },
    retry: (id) => {
      const item = items.find((candidate) => candidate.id === id);
      if (item === undefined) return;
      change(id, { part: 0, refusal: null });
      start(item);
    },
    drop: (id) => {
      stops.current.get(id)?.abort();
      setItems((last) => last.filter((item) => item.id !== id));
    },
    fileOf: (keptId) => kept.current.get(keptId),
  };
}
