import { brandStore } from "@/lib/platform/db/brand-store";

interface LogoFiles {
  readonly screen: Buffer<ArrayBuffer>;
  readonly paper: Buffer<ArrayBuffer>;
  readonly icon: Buffer<ArrayBuffer> | null;
}

/** As many as a brand needs while it is being changed. */
const MOST = 4;

/** They never change under their hash. */
const kept = new Map<string, LogoFiles>();

/** A logo of now or earlier; null if there never was one with this hash. */
export async function loadLogo(hash: string): Promise<LogoFiles | null> {
  const known = kept.get(hash);
  if (known !== undefined) return known;
  const { rows } = await brandStore().query<LogoFiles>(
    `select "screen", "paper", "icon" from "BrandLogo" where "hash" = $1`,
    [hash],
  );
  const [found = null] = rows;
  if (found === null) return null;
  if (kept.size >= MOST) kept.clear();
  kept.set(hash, found);
  return found;
}
