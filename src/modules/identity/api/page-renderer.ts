import { type ReactNode } from 'react';
import { type RequestContext } from '../../../platform/http/route.ts';

/** Draws a whole page of the public shell around its content. */
export type PageRenderer = (
  page: { readonly context: RequestContext; readonly title: string; readonly path: string; readonly indexed: false },
  children: ReactNode,
) => string | Promise<string>;
