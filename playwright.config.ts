import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/find-chromium.mjs";

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  globalSetup: "./tests/support/browser-portal.ts",
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
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
});
