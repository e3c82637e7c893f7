import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../postgres/places";

/** Where the secret of this checkout's demo is stored, so that sessions survive a restart. */
export const demoSecretFile = path.join(checkout, ".data/secret");

/** The demo's own secret, created once. Its first word lets production recognise and reject it. */
export function demoSecret(): string {
  if (!existsSync(demoSecretFile)) {
    mkdirSync(path.dirname(demoSecretFile), { recursive: true });
    writeFileSync(demoSecretFile, `demo-${randomBytes(32).toString("base64url")}`, { mode: 0o600 });
  }
  return readFileSync(demoSecretFile, "utf8");
}
