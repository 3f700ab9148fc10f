/** The network that an address belongs to, so that one sees “the office” or “elsewhere” and not a machine: the first three parts of IPv4, the first 48 bits of IPv6. */
export function approximateOrigin(address: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/iu.exec(address)?.[1];
  if (four !== undefined) return `${four}.x`;
  if (!address.includes(':')) return address;
  const [head = ''] = address.toLowerCase().split('%');
  if (head === '::1') return head;
  const groups = head.split('::')[0]?.split(':').filter((group) => group !== '') ?? [];
  return `${groups.slice(0, 3).join(':')}:x`;
}
