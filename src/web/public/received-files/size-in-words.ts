/** Kilobytes and megabytes as people read them: “312 KB”, “1,4 MB”. */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${String(kilobytes)} KB` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
