import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { compressedSize } from "./compressed-size";

/**
 * What an empty page of this build sends: the files that the build's manifest names for every page, Next's own runtime
 * and React. An empty page sends those and at least its layout's chunk, so this is the stricter of two ways to count,
 * and it needs no page that only the tests would visit.
 */
export async function emptyPage(): Promise<number> {
  const { rootMainFiles } = JSON.parse(readFileSync(".next/build-manifest.json", "utf8")) as {
    rootMainFiles: string[];
  };
  return sum(rootMainFiles.map((file) => `/_next/${file}`));
}

/** Bytes of the scripts that a page has loaded or will. */
export async function scriptsSent(page: Page, html: string): Promise<number> {
  return sum(await scriptsOf(page, html));
}

/** Every script that the page has loaded or names for later; those for browsers without modules are not loaded. */
async function scriptsOf(page: Page, html: string): Promise<string[]> {
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
  );
  const legacy = html.match(/<script[^>]*nomodule[^>]*>/gi)?.join() ?? "";
  const named = [...html.matchAll(/static\/chunks\/[\w.~-]+\.js/g)].map(([file]) => `/_next/${file}`);
  const all = [...loaded.filter((name) => name.endsWith(".js")), ...named];
  return [...new Set(all)].filter((name) => !legacy.includes(name));
}

async function sum(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map(compressedSize));
  return sizes.reduce((total, size) => total + size, 0);
}
