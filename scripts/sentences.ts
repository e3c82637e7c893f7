import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { clientSentences } from "./language/client-sentences";
import { sourceFiles } from "./language/source-files";

/**
 * `npm run sentences`: after sentences were added, changed or removed. Lists those of the browser's components, and puts
 * the German catalogues in order: sorted, each sentence once.
 */
const folder = "lib/platform/language";

const write = (file: string, value: unknown) =>
  writeFileSync(path.join(folder, file), `${JSON.stringify(value, null, 2)}\n`);

write("client-sentences.json", clientSentences(sourceFiles()));

const seen = new Set<string>();
for (const file of readdirSync(path.join(folder, "de")).sort()) {
  const area: Record<string, string> = JSON.parse(readFileSync(path.join(folder, "de", file), "utf8"));
  const kept = Object.entries(area).filter(([sentence]) => !seen.has(sentence));
  for (const [sentence] of kept) seen.add(sentence);
  write(`de/${file}`, Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))));
}
