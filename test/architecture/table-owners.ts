/** What a migration creates belongs to the module that its file is named after; these files belong to the platform. */
export const PLATFORM_MIGRATIONS = ['platform', 'application_role', 'jobs', 'row_security', 'row_security_since', 'search_without_helpers', 'rate_limits', 'reference_data'] as const;

/** Tables of the platform that the stores of modules may name, with the reason. */
export const SHARED_TABLES: Readonly<Record<string, string>> = {
  journal: 'written by the platform at the end of every command and before every view; shown, verified and archived by the module journal',
  setting: 'settings of every module, told apart by the first word of the key',
  commune: 'registers and lists name the former commune of a number beside it; its name is known to all',
  number_counter: 'a number is taken in the statement that uses it, so that there are no gaps',
  journal_head: 'the end of a chain, which verification compares with its rows',
  stored_file: 'a paper refers to its bytes by their sha256, checked in the transaction that keeps the paper',
};

/** Places outside a store that may name tables, with the reason. */
export const TABLE_EXCEPTIONS: readonly { readonly path: RegExp; readonly reason: string }[] = [
  { path: /^src\/demo\//, reason: 'writes a whole office at once, with a past that no front door would let in' },
];
