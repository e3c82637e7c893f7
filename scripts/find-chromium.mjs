// Plain JavaScript because `ensure.mjs` needs it before TypeScript can run.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

const usual = [
  // Chromium without a window, which no test needs: a tenth less work per page.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The first Chromium that starts: CHROMIUM_PATH, an installed one, or one downloaded by Playwright. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  return (given ? [given] : [...usual, ...playwrightBrowsers()]).find(starts);
}

// Some distributions have a script there that only explains how to install the browser.
function starts(program) {
  return existsSync(program) && spawnSync(program, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0;
}

function playwrightBrowsers() {
  const caches = { linux: ".cache/ms-playwright", darwin: "Library/Caches/ms-playwright" };
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || path.join(homedir(), caches[process.platform] ?? "");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith("chromium-")) : [];
  const inside = ["chrome-linux64/chrome", "chrome-linux/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"];
  return names.sort().flatMap((name) => inside.map((program) => path.join(folder, name, program)));
}
