import { smaller } from '../shrink-pictures.ts';
import { judgeFile } from './judge-file.ts';
import { sendInPieces, type WaitingFile } from './send-in-pieces.ts';
import { forgetWaiting, keepWaiting, listWaiting } from './waiting-files.ts';

const sender = document.querySelector<HTMLElement>('[data-sender]');
const queue = sender?.querySelector<HTMLElement>('[data-queue]');
if (sender && queue) start(sender, queue);

/** Until the line is back, or a while has passed. */
function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    const go = (): void => {
      window.removeEventListener('online', go);
      clearTimeout(timer);
      done();
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
  });
}

function start(box: HTMLElement, list: HTMLElement): void {
  const { sender: api = '', slot = '', words: text = '{}' } = box.dataset;
  const words = JSON.parse(text) as Record<string, string>;
  const form = box.parentElement?.querySelector('form');
  let last = Promise.resolve();
  let open = 0;
  let kept = 0;

  /** One line of the queue: the name of the file, a bar, a sentence, and buttons. */
  const line = (name: string) => {
    const item = list.appendChild(document.createElement('li'));
    const add = <K extends keyof HTMLElementTagNameMap>(tag: K, content = ''): HTMLElementTagNameMap[K] => {
      const part = item.appendChild(document.createElement(tag));
      part.textContent = content;
      return part;
    };
    add('b', name);
    const bar = add('progress');
    const sentence = add('p');
    sentence.setAttribute('role', 'status');
    bar.setAttribute('aria-label', name);
    const ask = (...labels: string[]) => new Promise<number>((done) => {
      const row = add('p');
      row.className = 'row';
      for (const [index, label] of labels.entries()) {
        const button = row.appendChild(document.createElement('button'));
        button.type = 'button';
        button.className = 'button quiet';
        button.textContent = label;
        button.addEventListener('click', () => {
          row.remove();
          done(index);
        });
      }
    });
    return { item, bar, ask, say: (word = '') => { if (sentence.textContent !== word) sentence.textContent = word; } };
  };

  const reloadWhenDone = (): void => {
    open -= 1;
    if (open === 0 && kept > 0) location.reload();
  };

  const send = async (file: WaitingFile, { item, bar, ask, say }: ReturnType<typeof line>): Promise<void> => {
    const began = Date.now();
    let first: number | undefined;
    const refusal = await sendInPieces(file, {
      arrived: (received, total) => {
        first ??= received;
        bar.max = total;
        bar.value = received;
        const left = ((Date.now() - began) / 1000) * ((total - received) / Math.max(1, received - first));
        const share = (words.sending ?? '').replace('{percent}', String(Math.floor((received / total) * 100)));
        say(received > first && left > 3 ? `${share}, ${(words.left ?? '').replace('{seconds}', String(Math.ceil(left)))}` : share);
      },
      waiting: (sentence) => { say(sentence ?? words.waiting); },
      checking: () => { say(words.checking); },
      pause,
    });
    await forgetWaiting(file.id);
    if (refusal === undefined) {
      kept += 1;
      say(words.kept);
    } else {
      bar.remove();
      say(refusal);
      // The next file does not wait until this has been read; the page does.
      open += 1;
      void ask(words.drop ?? '').then(() => {
        item.remove();
        reloadWhenDone();
      });
    }
  };

  const enqueue = (file: WaitingFile, shown = line(file.name)): void => {
    open += 1;
    last = last.then(() => send(file, shown)).catch(() => { shown.say(words.unknown); }).then(reloadWhenDone);
  };

  const choose = async (chosen: File): Promise<void> => {
    const shown = line(chosen.name);
    open += 1;
    shown.say(words.shrinking);
    const small = await smaller(chosen);
    const looks = await judgeFile(small);
    if (looks) {
      shown.say(words[looks]);
      shown.bar.hidden = true;
      if ((await shown.ask(words.again ?? '', words.anyway ?? '')) === 0) {
        shown.item.remove();
        reloadWhenDone();
        return;
      }
      shown.bar.hidden = false;
    }
    const id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
    const file: WaitingFile = { id, api, slot, name: small.name, blob: small, keep: looks !== undefined };
    await keepWaiting(file);
    enqueue(file, shown);
    reloadWhenDone();
  };

  for (const input of form?.querySelectorAll<HTMLInputElement>('[type=file]') ?? []) {
    delete input.dataset.shrink;
    input.addEventListener('change', () => {
      for (const file of input.files ?? []) void choose(file);
      input.value = '';
    });
  }
  for (const button of box.querySelectorAll<HTMLElement>('[data-pick]')) {
    button.addEventListener('click', () => form?.querySelector<HTMLInputElement>(`[name=${button.dataset.pick ?? ''}]`)?.click());
  }
  box.hidden = false;
  if (form) form.hidden = true;
  void listWaiting(api, slot).then((files) => {
    for (const file of files) {
      const shown = line(file.name);
      shown.say(words.resumed);
      enqueue(file, shown);
    }
  });
}
