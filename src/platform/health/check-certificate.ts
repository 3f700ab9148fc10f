import { connect } from 'node:tls';
import { finding, type HealthFinding } from './finding.ts';

const DAY = 86_400_000;
const TIMEOUT_MS = 5000;

/** The end of the certificate behind an address, whether machines trust it, or why it could not be seen. */
export type CertificateReading = { readonly until: Date; readonly distrust: string | null } | { readonly fault: string };

/** Shakes hands with the public address, as a phone would, and reads the certificate. Sends nothing. */
export function readCertificate(publicUrl: string): Promise<CertificateReading> {
  const { hostname, port } = new URL(publicUrl);
  const host = hostname.replace(/^\[|\]$/gu, '');
  return new Promise((resolve) => {
    const socket = connect({ host, port: port === '' ? 443 : Number(port), ...(/^[\d.:]+$/u.test(host) ? {} : { servername: host }), rejectUnauthorized: false, timeout: TIMEOUT_MS });
    const end = (reading: CertificateReading): void => {
      socket.destroy();
      resolve(reading);
    };
    socket.once('secureConnect', () => {
      const { valid_to: until } = socket.getPeerCertificate();
      // The handshake error is a code such as CERT_HAS_EXPIRED; the types say Error.
      end({ until: new Date(until), distrust: socket.authorized ? null : String(socket.authorizationError) });
    });
    socket.once('timeout', () => { end({ fault: 'timeout' }); });
    socket.once('error', (error: NodeJS.ErrnoException) => { end({ fault: error.code ?? error.message }); });
  });
}

/** A certificate that ended or that phones distrust keeps citizens away; one that ends within two weeks wants renewing. */
export function judgeCertificate(reading: CertificateReading, publicUrl: string, now: Date): HealthFinding {
  if ('fault' in reading) return finding('certificate.unreachable', 'attention', { url: publicUrl, fault: reading.fault });
  const days = Math.floor((reading.until.getTime() - now.getTime()) / DAY);
  if (days < 0) return finding('certificate.ended', 'bad', { url: publicUrl, days: -days });
  if (reading.distrust !== null) return finding('certificate.distrusted', 'bad', { url: publicUrl, fault: reading.distrust });
  if (days < 14) return finding('certificate.ends-soon', days < 3 ? 'bad' : 'attention', { url: publicUrl, days });
  return finding('certificate.well', 'well', { url: publicUrl, days });
}
