import { type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PublicPage, type PublicPageProps } from './public-page.tsx';

/** The whole document as text, ready to be sent. */
export function renderPublicPage(props: Omit<PublicPageProps, 'children'>, children: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(<PublicPage {...props}>{children}</PublicPage>)}`;
}
