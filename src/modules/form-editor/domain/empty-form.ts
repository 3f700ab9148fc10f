/** A new form before anybody wrote anything: one part for the matter itself and the promise; who declares is asked by the contact part. */
export function emptyForm(code: string, procedures: readonly string[], title: string, today: string): object {
  return {
    code, version: 1, validFrom: today, validTo: null,
    title: { vi: title, en: '' },
    official: { title: title.toLocaleUpperCase('vi'), number: null, basis: null, addressee: 'commune' },
    procedures, source: 'own',
    groups: [
      { id: 'phan-1', title: { vi: 'Nội dung đề nghị', en: 'What is asked for' }, fields: [] },
      {
        id: 'cam-doan', title: { vi: 'Cam đoan', en: 'Promise' },
        fields: [{
          kind: 'statement', id: 'promise',
          label: { vi: 'Tôi cam đoan những điều khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình.', en: 'I promise that everything declared above is true and answer for it before the law.' },
          official: 'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.',
        }],
      },
    ],
    checks: [],
  };
}

/** The code of a form of the office for a procedure, such as `own-9-000001`; `taken` says which codes are in use. */
export function ownFormCode(procedure: string | null, taken: (code: string) => boolean): string {
  const stem = procedure === null ? 'own' : `own-${procedure.replace('.', '-')}`;
  for (let number = 1; ; number += 1) {
    const code = number === 1 && procedure !== null ? stem : `${stem}-${String(number)}`;
    if (!taken(code)) return code;
  }
}

/** Whether a text is written like the code of a procedure that a form can be bound to, such as `1.001193`. */
export function isBindable(code: string): boolean {
  return /^\d\.\d{6}$/u.test(code);
}
