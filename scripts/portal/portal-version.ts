import { readFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../postgres/places";

/** The version of this portal. */
export function portalVersion(): string {
  return (JSON.parse(readFileSync(path.join(checkout, "package.json"), "utf8")) as { version: string }).version;
}
