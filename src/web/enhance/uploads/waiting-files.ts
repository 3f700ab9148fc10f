import { type WaitingFile } from './send-in-pieces.ts';

function ask<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  return new Promise((done) => {
    // Private windows and old phones have no such memory: the file is then sent as long as the page is open.
    const give = (): void => { done(undefined); };
    try {
      const opening = indexedDB.open('xaso-giay-to', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('tep', { keyPath: 'id' });
      opening.onerror = give;
      opening.onsuccess = () => {
        const asked = opening.result.transaction('tep', 'readwrite');
        const request = work(asked.objectStore('tep'));
        asked.oncomplete = () => {
          opening.result.close();
          done(request.result);
        };
        asked.onabort = give;
      };
    } catch {
      give();
    }
  });
}

/** Keeps a file on this device until the server has it: the browser may be closed meanwhile. */
export function keepWaiting(file: WaitingFile): Promise<unknown> {
  return ask((store) => store.put(file));
}

/** The server has the file, or does not want it. */
export function forgetWaiting(id: string): Promise<unknown> {
  return ask((store) => store.delete(id));
}

/** What waits on this device for the paper whose page this is. */
export async function listWaiting(api: string, slot: string): Promise<WaitingFile[]> {
  const all = (await ask((store) => store.getAll() as IDBRequest<WaitingFile[]>)) ?? [];
  return all.filter((file) => file.api === api && file.slot === slot);
}
