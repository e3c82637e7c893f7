import { readFileSync } from "node:fs";

/**
 * Has Next serve with the configuration as the build has read, checked and completed it, in the way of its own standalone
 * servers: reading `next.config.ts` again would load a compiler for it. Called before Next is loaded.
 */
export function takeBuiltConfiguration(file = ".next/required-server-files.json"): void {
  const { config } = JSON.parse(readFileSync(file, "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
