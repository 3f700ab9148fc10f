import { resolve } from 'node:path';
import { type SetUpSentence } from './set-up-problem-sentences.ts';

/** The payment gateway of an installation: a file with its fields, and how the office is known to it. */
export interface GatewaySettings {
  /** Absolute path of the description; see data/payment-gateways/README.md. */
  readonly file: string;
  readonly merchant: string;
  readonly secret: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads `XASO_GATEWAY`, `XASO_GATEWAY_MERCHANT` and `XASO_GATEWAY_SECRET`: all of them or none. Answers the gateway with every fault. */
export function readGateway(env: Environment, workingFolder: string): { readonly gateway: GatewaySettings | undefined; readonly faults: readonly SetUpSentence[] } {
  const text = (name: string): string => env[name]?.trim() ?? '';
  const [file, merchant, secret] = [text('XASO_GATEWAY'), text('XASO_GATEWAY_MERCHANT'), text('XASO_GATEWAY_SECRET')];
  if (file === '' && merchant === '' && secret === '') return { gateway: undefined, faults: [] };
  const faults: SetUpSentence[] = [];
  const refuse = (name: string, vi: string, en: string): void => { faults.push({ vi: `${name}: ${vi}`, en: `${name}: ${en}` }); };
  if (file === '' || file.includes('\0')) refuse('XASO_GATEWAY', 'phải là đường dẫn của tệp mô tả cổng thanh toán', 'must be the path of the description of the payment gateway');
  if (!/^[!-~]{1,100}$/u.test(merchant)) refuse('XASO_GATEWAY_MERCHANT', 'còn thiếu mã đơn vị mà cổng thanh toán đã cấp', 'the code that the gateway has given to the office is missing');
  if (!/^[!-~]{16,400}$/u.test(secret)) refuse('XASO_GATEWAY_SECRET', 'phải có khóa bí mật mà cổng thanh toán đã cấp, từ 16 ký tự', 'must be the secret of the gateway, at least 16 characters');
  return faults.length > 0 ? { gateway: undefined, faults } : { gateway: Object.freeze({ file: resolve(workingFolder, file), merchant, secret }), faults };
}
