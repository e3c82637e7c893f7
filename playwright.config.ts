import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.mjs";

const executablePath = findChromium();

/**
 * What a whole Chromium has and a test does not look at. It draws its own frame with pages of its own since 2026, two
 * for each new window, which took a third of the tests' time. The list stands instead of Playwright's own: of that one
 * it keeps what changes how a page is loaded.
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
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Far above what a page takes: a busy machine makes the tests slow, not red.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    // Set by the global setup, before the workers read this file.
    baseURL: process.env.PORTAL_TEST_URL,
    // A trace of every action would double the time of the journeys; a failure names the step and shows the page.
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox does not work as root, and a container's /dev/shm is small.
      args: ["--no-sandbox", "--disable-dev-shm-usage", `--disable-features=${unusedFeatures.join()}`],
    },
  },
});
