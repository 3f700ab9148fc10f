const VILLAGE = /^(?:(?:thôn|bản|làng|xóm|ấp|buôn|sóc|khóm|khu phố|tổ dân phố)\s|(?:khu|tổ)\s+\d)/iu;

/** The part of an address that tells neighbours apart: the village where one is named, else the first part. */
export function shortPlace(address: string): string {
  const parts = address.split(',').map((part) => part.trim()).filter((part) => part !== '');
  return parts.find((part) => VILLAGE.test(part)) ?? parts[0] ?? '';
}
