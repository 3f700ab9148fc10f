import { createHash } from 'node:crypto';
import { ENHANCER } from '../enhancer/enhancer.generated.ts';
import { KIOSK_SCRIPT } from '../kiosk/kiosk-script.generated.ts';
import { KIOSK_STYLES } from '../kiosk/kiosk-styles.ts';
import { PUBLIC_STYLES } from '../styles/public-styles.ts';

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * The content security policy of every answer. Inside a page only the one style sheet, the one script, what a kiosk has of each beside them and the sheets given here may
 * stand, named by their hash; everything else is a file of this server. The staff workspace lives under the same policy.
 */
export function publicContentSecurityPolicy(sheets: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `style-src 'self' ${[PUBLIC_STYLES, KIOSK_STYLES, ...sheets].map(hashSource).join(' ')}`,
    `script-src 'self' ${[ENHANCER, KIOSK_SCRIPT].map(hashSource).join(' ')}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
