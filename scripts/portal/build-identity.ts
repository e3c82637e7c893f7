import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { type CommandEnvironment, readCommandEnvironment } from "@/lib/platform/config/env";
import type { Settings } from "../process/start-process";

type Given = Pick<CommandEnvironment, "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY" | "PORTAL_SECRET">;

/**
 * What makes builds of the same sources one, wherever they are made: the key, by which Next also names the forms' action,
 * and the id, by which a browser notices that it got a page of another build. Without a secret they differ each time.
 */
export function buildIdentity(sources: string, given: Given = readCommandEnvironment()): Settings {
  const key = given.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? keyFrom(given.PORTAL_SECRET);
  const id = createHash("sha256").update(`${sources}\0${key}`).digest("hex").slice(0, 12);
  return { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key, NEXT_DEPLOYMENT_ID: id };
}

/** It ends up in the build, which is less well guarded than the secret. */
function keyFrom(secret: string | undefined): string {
  const bytes = secret ? Buffer.from(hkdfSync("sha256", secret, "", "portcullis server actions", 32)) : randomBytes(32);
  return bytes.toString("base64");
}
