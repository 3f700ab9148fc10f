/** The root of a day in groups of four that can be read aloud and compared: `3FA9 0C11 …`, sixteen groups. */
export function rootGroups(root: string): readonly string[] {
  return root.toUpperCase().match(/.{1,4}/gu) ?? [];
}
