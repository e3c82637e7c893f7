import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.mjs";

const executablePath = findChromium();

/**
 * Chromium features that tests don't need. Since 2026 Chromium renders its own frame as web pages, two per new window,
 * which took a third of the tests' time. The list replaces Playwright's own and keeps those of its entries that affect
 * how a page is loaded.
 */
const unusedFeatures = [
  "PreloadTopChromeWebUI",
  "WebUIOmniboxPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "OptimizationHints",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
];

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  globalSetup: "./tests/fixtures/browser-portal.ts",
  // One more than there are cores, as they often wait for the server and the database.
  workers: availableParallelism() + 1,
  retries: 0,
  forbidOnly: true,
  // Far longer than a page takes, so that a busy machine makes the tests slow rather than fail.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    // Set by the global setup, before the workers read this file.
    baseURL: process.env.PORTAL_TEST_URL,
    // A trace of every action would double the time of the journeys; a failure names the step and shows the page.
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Chromium's sandbox does not work as root, and a container's /dev/shm is small.
        ...["--no-sandbox", "--disable-dev-shm-usage", `--disable-features=${unusedFeatures.join()}`],
        // A page of a test is gone before what it costs to compile its scripts again, for speed, has paid off.
        "--js-flags=--no-opt --no-maglev",
      ],
    },
  },
});
