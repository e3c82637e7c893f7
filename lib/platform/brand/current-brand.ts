import { env } from "@/lib/platform/config/env";
import { type Listener, listen } from "@/lib/platform/db/listen";
import { BrandCache } from "./brand-cache";
import type { KnownBrand } from "./read-brand";

/** One for the server and for what Next has bundled, which have this module twice. */
const kept = globalThis as { portcullisBrand?: { readonly of: string; readonly cache: BrandCache } };

/** The brand of this portal. It costs no round trip: the process keeps it, and is told when it changes. */
export const currentBrand = (): Promise<KnownBrand> => cache().current();

/** The same without waiting, for templates: whoever renders them has waited for `currentBrand`. */
export const knownBrand = (): KnownBrand => cache().known;

/** Reads it now: for the process that has just changed it. */
export async function refreshBrand(): Promise<void> {
  await cache().refresh();
}

/** Follows the changes that other processes make, at once. */
export const followBrand = (): Listener => listen("portcullis_brand", () => void refreshBrand());

function cache(): BrandCache {
  const { DATABASE_URL } = env();
  if (kept.portcullisBrand?.of !== DATABASE_URL) kept.portcullisBrand = { of: DATABASE_URL, cache: new BrandCache() };
  return kept.portcullisBrand.cache;
}
