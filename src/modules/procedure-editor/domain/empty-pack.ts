const CODE = /^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?$/u;

/** Whether a text is written like the code of a procedure, such as `1.001193`. */
export function isProcedureCode(code: string): boolean {
  return CODE.test(code);
}

/** A new procedure before anybody wrote anything: what has to be filled in is empty, and the checks say so. */
export function emptyPack(code: string, today: string): object {
  return {
    code, version: 1, validFrom: today, validTo: null, name: '', field: '', ministry: null, authority: null, audience: { kind: 'citizen' }, everyday: null,
    timeLimit: { unit: 'undetermined', value: null, note: null, basis: null },
    fee: { known: false, lines: [], note: null },
    channels: ['counter'], onlineLevel: null, papers: [], lookedUp: [], steps: [], results: [], legalBasis: [], citizenDeadline: null,
    source: { reference: 'own', vintage: today, curatedOn: null },
  };
}
