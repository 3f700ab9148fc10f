import { boxesOf, createVisitor, fillWhole, type FormHouse } from '../../forms/api/form-house-for-tests.ts';

type Visitor = ReturnType<typeof createVisitor>;

/** A grandchild, as told on the page. */
export const GRANDCHILD = { ai: 'relative', ten: 'lê thị cháu', quanHe: 'grandchild', dienThoai: '', to: '' } as const;

/** Lines of a signature, as the script sends them. */
export const SIGNATURE = JSON.stringify([[20, 120, 120, 60, 200, 180, 320, 100], [340, 90]]);

/** The form of a page that goes to an address, with what stands in it. */
export function formTo(page: string, action: string): Readonly<Record<string, string>> {
  const form = page.split('<form').find((part) => part.includes(`action="${action}"`));
  if (form === undefined) throw new Error(`no form to ${action}`);
  return boxesOf(form.split('</form>')[0] ?? '');
}

/** A whole short declaration that somebody helps with, waiting at its review; answers its secret. */
export async function beginHelped(visitor: Visitor, who: Readonly<Record<string, string>> = GRANDCHILD): Promise<string> {
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const named = await visitor.post(`/to-khai/${token}/ai-khai`, who);
  if (named.status !== 303) throw new Error(`ai-khai ${String(named.status)}`);
  return token;
}

/** Signs on the page that is turned to the person. */
export async function sign(visitor: Visitor, token: string, strokes = SIGNATURE) {
  const page = await visitor.open(`/to-khai/${token}/dong-y`);
  return visitor.post(`/to-khai/${token}/dong-y/chu-ky`, { ...formTo(page.body, `/to-khai/${token}/dong-y/chu-ky`), chuKy: strokes });
}

/** Sends from the review as it is drawn now. */
export async function send(visitor: Visitor, token: string) {
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  return visitor.post(`/to-khai/${token}/gui`, { ban: boxesOf(review.body)['ban'] ?? '' });
}

/** The address that the QR code of the page leads to. */
export function ownPhoneOf(page: string): string {
  return /xa\.test(\/dong-y\/[\w-]{22})/u.exec(page)?.[1] ?? '';
}

/** Agrees on the person's own phone; answers the six digits. */
export async function agreeOnOwnPhone(house: FormHouse, address: string): Promise<string> {
  const phone = createVisitor(house);
  const page = await phone.open(address);
  const answer = await phone.post(address, formTo(page.body, address));
  return (/class="six">([\d ]+)</u.exec(answer.body)?.[1] ?? '').replace(' ', '');
}

/** Sends a file as the recording of the sentence. */
export async function speak(house: FormHouse, visitor: Visitor, token: string, bytes: Buffer) {
  const page = await visitor.open(`/to-khai/${token}/dong-y`);
  const action = `/to-khai/${token}/dong-y/ghi-am`;
  const fields = formTo(page.body, action);
  const boundary = '----xaso';
  const part = (head: string, body: Buffer) => Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), body, Buffer.from('\r\n')]);
  const payload = Buffer.concat([
    ...['noiDung', 'commandId'].map((name) => part(`content-disposition: form-data; name="${name}"`, Buffer.from(fields[name] ?? ''))),
    part('content-disposition: form-data; name="ghiAm"; filename="ghi-am"\r\ncontent-type: audio/webm', bytes),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return house.server.inject({ method: 'POST', url: action, headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-forwarded-for': visitor.address }, payload });
}
