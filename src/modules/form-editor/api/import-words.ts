interface Words {
  readonly vi: string;
  readonly en: string;
}

/** What became of a form that came with procedures, and what follows from it. */
export const IMPORT_WORDS = {
  made: (): Words => ({ vi: 'Đã tạo bản nháp tờ khai.', en: 'A draft of the form was made.' }),
  madeOnKnown: ({ here, there }: { readonly here: number; readonly there: string }): Words => ({
    vi: `Tờ khai này đã có ở đây (phiên bản ${String(here)}, trong tệp là phiên bản ${there}): đã tạo bản nháp, xem mục Khác biệt rồi mới công bố.`,
    en: `This form is here already (version ${String(here)}; the file has version ${there}): a draft was made. Look at the differences before it is published.`,
  }),
  same: ({ version }: { readonly version: number }): Words => ({ vi: `Giống hệt tờ khai đang dùng ở đây (phiên bản ${String(version)}): không cần bản nháp.`, en: `It is the same as the form in force here (version ${String(version)}): no draft is needed.` }),
  notOfThese: ({ codes }: { readonly codes: readonly string[] }): Words => (codes.length === 0
    ? { vi: 'Tờ khai này không gắn với thủ tục nào nên không nhập cùng gói. Nhập riêng ở màn hình Biểu mẫu tờ khai.', en: 'This form belongs to no procedure and is not imported with packs. Import it by itself on the screen of forms.' }
    : { vi: `Tờ khai này thuộc thủ tục khác (${codes.join(', ')}), không thuộc thủ tục nào trong tệp. Nhập riêng ở màn hình Biểu mẫu tờ khai.`, en: `This form belongs to other procedures (${codes.join(', ')}), to none of the file. Import it by itself on the screen of forms.` }),
  alsoOf: ({ codes, missing }: { readonly codes: readonly string[]; readonly missing: readonly string[] }): Words => ({
    vi: `Tờ khai còn dùng cho thủ tục ${codes.join(', ')}${missing.length === 0 ? '' : ` (chưa có ở đây: ${missing.join(', ')})`}: công bố là đổi cả các thủ tục ấy.`,
    en: `The form is also used by ${codes.join(', ')}${missing.length === 0 ? '' : ` (not here yet: ${missing.join(', ')})`}: publishing it changes those too.`,
  }),
};
