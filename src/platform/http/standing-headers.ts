/** The policy of a file that is looked at by itself, such as a picture or a PDF: nothing in it runs, styles, is fetched, sent or framed. */
export const FILE_POLICY = { 'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" } as const;

/** The headers that every answer carries, whatever it is: what a browser may and may not do with it. */
export function standingHeaders({ contentSecurityPolicy, secure }: { readonly contentSecurityPolicy: string; readonly secure: boolean }): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
