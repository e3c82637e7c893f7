/** The first Chromium that starts: the one of CHROMIUM_PATH, an installed one, or one that Playwright fetched. */
export function findChromium(): string | undefined;
