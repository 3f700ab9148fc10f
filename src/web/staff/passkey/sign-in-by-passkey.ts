import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';

/** Where each step of the sign-in asks for its challenge and sends the answer. */
const ADDRESSES: Readonly<Record<string, string>> = { alone: '/api/session/passkey', second: '/api/session/second-step/passkey' };

async function post(url: string, body?: unknown): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'accept': 'application/json' }, body: JSON.stringify(body ?? {}) });
}

/** The sentence of a refusal, in the language of the page. */
async function sentenceOf(response: Response): Promise<string> {
  const problem = (await response.json()) as { readonly title?: string };
  return problem.title ?? '';
}

async function signIn(place: HTMLElement): Promise<string | undefined> {
  const address = ADDRESSES[place.dataset['passkey'] ?? ''] ?? '';
  const asked = await post(`${address}/options`);
  if (!asked.ok) return sentenceOf(asked);
  const { options } = (await asked.json()) as { readonly options: PublicKeyCredentialRequestOptionsJSON };
  const answer = await startAuthentication({ optionsJSON: options });
  const done = await post(address, { answer });
  if (!done.ok) return sentenceOf(done);
  window.location.assign(place.dataset['next'] ?? '/can-bo');
  return undefined;
}

/** Brings the passkey buttons of the sign-in pages to life. */
for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const button = place.querySelector('button');
  const said = place.querySelector<HTMLElement>('[data-passkey-said]');
  if (button === null || said === null || !('PublicKeyCredential' in window)) continue;
  button.hidden = false;
  const say = (sentence: string): void => {
    said.textContent = sentence;
    said.hidden = sentence === '';
  };
  button.addEventListener('click', () => {
    say(place.dataset['waiting'] ?? '');
    button.disabled = true;
    void signIn(place)
      // The browser's own words are not in the reader's language, and a refusal by hand is no fault.
      .catch(() => place.dataset['failed'] ?? '')
      .then((sentence) => {
        button.disabled = false;
        if (sentence !== undefined) say(sentence);
      });
  });
}
