import { type FormDefinition, type FormField } from './form-definition.ts';

/** What the office needs of the person who declares, whatever the printed form asks. */
const CONTACT: readonly (FormField & { readonly fact: string })[] = [
  { kind: 'text', id: 'contact.fullName', fact: 'applicant.fullName', format: 'person-name', maxLength: 100, label: { vi: 'Họ và tên người đi khai', en: 'Full name of the person who declares' }, official: 'Họ, chữ đệm, tên người yêu cầu', example: 'Nguyễn Thị An' },
  { kind: 'address', id: 'contact.residence', fact: 'applicant.residence', label: { vi: 'Nơi ở hiện nay của người đi khai', en: 'Where the person who declares lives' }, official: 'Nơi cư trú' },
  { kind: 'phone', id: 'contact.phone', fact: 'applicant.phone', label: { vi: 'Số điện thoại', en: 'Phone number' }, official: 'Số điện thoại', help: { vi: 'Xã gọi hoặc nhắn vào số này khi cần.', en: 'The office calls or writes to this number.' }, example: '0912 345 678' },
  { kind: 'text', id: 'contact.email', fact: 'applicant.email', format: 'email', maxLength: 200, required: false, label: { vi: 'Thư điện tử', en: 'E-mail' }, official: 'Thư điện tử' },
];

/**
 * The form with a page before the promise that asks how to reach the person who declares, as far as the form itself does not ask it. Fields are known by
 * their facts; a form that asks all of it stays as it is.
 */
export function withContact(definition: FormDefinition): FormDefinition {
  // A fact that is only asked sometimes is asked here too, unless it was asked.
  const asked = definition.groups.flatMap((group) => group.fields.map((field) => ({ field, always: group.when === undefined && field.when === undefined })));
  const fields = CONTACT.flatMap((field): readonly FormField[] => {
    const own = asked.filter((one) => one.field.fact === field.fact);
    if (own.some(({ always }) => always)) return [];
    const unless = own.map((one) => ({ not: { known: one.field.id } }));
    return [unless.length === 0 ? field : { ...field, when: { all: unless } }];
  });
  if (fields.length === 0) return definition;
  const when = fields.every((field) => field.when !== undefined) && fields.length === 1 ? fields[0]?.when : undefined;
  // Whoever promises that everything is true has answered everything before.
  const promise = definition.groups.findIndex((group) => group.fields.some(({ kind }) => kind === 'statement'));
  const before = promise === -1 ? definition.groups.length : promise;
  return {
    ...definition,
    groups: [...definition.groups.slice(0, before), { id: 'lien-he', title: { vi: 'Liên hệ', en: 'Contact' }, ...(when === undefined ? {} : { when }), fields }, ...definition.groups.slice(before)],
  };
}
