import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** Debian's Chromium, as a kiosk would run it: nothing of its own goes out to the network. */
const CHROMIUM = {
  executablePath: process.env['XASO_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
};

/** A cheap phone as most visitors have it. */
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

/** Journeys through a whole office: they bring their own phones and desks, so they run once. */
const OFFICE = '**/office/*.journey.ts';

// eslint-disable-next-line no-restricted-syntax -- Playwright reads its configuration from the default export
export default defineConfig({
  testDir: fileURLToPath(new URL('.', import.meta.url)),
  testMatch: '**/*.journey.ts',
  // A folder for each run of npm test: two runs at once must not tidy away each other's pictures.
  outputDir: process.env['XASO_JOURNEY_OUTPUT'] ?? fileURLToPath(new URL('../test-results', import.meta.url)),
  globalSetup: fileURLToPath(new URL('./support/global-set-up.ts', import.meta.url)),
  // One program, one database: journeys follow each other like people at a counter.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] === undefined ? [['list']] : [['list'], ['json']],
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    launchOptions: CHROMIUM,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'office', testMatch: OFFICE },
    { name: 'phone-without-js', testIgnore: OFFICE, use: { ...PHONE, javaScriptEnabled: false } },
    { name: 'phone', testIgnore: OFFICE, use: PHONE },
    { name: 'desktop', testIgnore: OFFICE, use: { viewport: { width: 1366, height: 768 } } },
  ],
});
