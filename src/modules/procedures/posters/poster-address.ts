/**
 * The address in a poster's QR: the procedure's page, with a parameter that lets scans be counted. It carries nothing about a person.
 * `publicUrl` has no slash at its end.
 */
export function posterAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/t/${encodeURIComponent(code)}?q=1`;
}

/** The same address as people type it: “hoaloc.thanhhoa.gov.vn/t/1.001193”. */
export function typedAddress(publicUrl: string, code: string): string {
  return `${publicUrl.replace(/^https?:\/\//, '')}/t/${code}`;
}
