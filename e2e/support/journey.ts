import { expect, test as base } from '@playwright/test';
import { URL_VARIABLE } from './global-set-up.ts';

interface JourneyFixtures {
  /** Faults that a journey brings about on purpose, such as an answer 503 while the database is away. */
  readonly expectedFaults: RegExp[];
  readonly nothingGoesWrongUnseen: undefined;
}

/**
 * A journey through the running program. It also fails when a script fails, when the content security policy stops something, when
 * the server answers 5xx, and when a page asks anybody but our own server for anything.
 */
export const journey = base.extend<JourneyFixtures>({
  baseURL: async ({}, use) => { // eslint-disable-line no-empty-pattern -- Playwright reads the wanted fixtures from this pattern
    const url = process.env[URL_VARIABLE];
    if (url === undefined) throw new Error('the program was not started');
    await use(url);
  },
  expectedFaults: async ({}, use) => { // eslint-disable-line no-empty-pattern -- Playwright reads the wanted fixtures from this pattern
    await use([]);
  },
  nothingGoesWrongUnseen: [
    async ({ context, baseURL, expectedFaults }, use) => {
      const faults: string[] = [];
      context.on('weberror', (error) => faults.push(`script: ${error.error().message}`));
      context.on('console', (message) => {
        // The browser writes every refused request here as well; those are counted below.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`);
      });
      context.on('request', (request) => {
        if (/^https?:/.test(request.url()) && !request.url().startsWith(`${baseURL ?? ''}/`)) faults.push(`asked elsewhere: ${request.url()}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 500) faults.push(`${String(response.status())} ${response.url()}`);
      });
      await use(undefined);
      expect(faults.filter((fault) => !expectedFaults.some((expected) => expected.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});
