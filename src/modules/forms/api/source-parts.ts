import { shapeOfDefinition, shapeOfShared } from '../contract/form-definition-schema.ts';
import { partsUsed, withBroughtParts } from '../domain/brought-parts.ts';
import { type SharedParts } from '../domain/source-definition.ts';
import { sharedParts } from '../store/form-sources.ts';

/** The lists and the parts of persons that a definition names, to go along with it; undefined while it has no shape. */
export function partsOfSource(content: unknown): SharedParts | undefined {
  const shaped = shapeOfDefinition(content);
  return shaped.ok ? partsUsed(shaped.value, sharedParts()) : undefined;
}

/**
 * A definition from elsewhere with the lists and persons that it brought: what stands here otherwise is written out in it. Undefined when what it brought is
 * no such thing; a definition without a shape stays as it is, for its faults are named where it is edited.
 */
export function settleSource(content: object, brought: { readonly lists?: unknown; readonly persons?: unknown }): object | undefined {
  const parts = shapeOfShared(brought.lists, brought.persons);
  if (!parts.ok) return undefined;
  const shaped = shapeOfDefinition(content);
  return shaped.ok ? withBroughtParts(shaped.value, parts.value, sharedParts()) : content;
}
