import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { canReach, type RunAs } from "./run-as";

/** The root of the checkout. */
export const checkout = path.join(import.meta.dirname, "../..");

/**
 * The folder that keeps the embedded cluster between runs: `.data/postgres`, or, where the checkout lies below a
 * folder closed to the user PostgreSQL runs as, a folder of its own elsewhere with a link to it in `.data`.
 */
export function permanentPlace(user: RunAs): string {
  const usual = path.join(checkout, ".data/postgres");
  mkdirSync(path.dirname(usual), { recursive: true });
  if (canReach(user, path.dirname(usual))) {
    mkdirSync(usual, { recursive: true });
    return usual;
  }
  const elsewhere = outsidePlace();
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  const link = path.join(checkout, ".data/postgres-elsewhere");
  if (!isLinkTo(link, elsewhere)) symlinkSync(elsewhere, link);
  return elsewhere;
}

/** A place outside the checkout that belongs to it alone, named by the checkout's path. */
export function outsidePlace(): string {
  const key = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  const parent = existsSync("/var/lib") ? "/var/lib" : "/var/tmp";
  return path.join(parent, "portcullis", `${path.basename(checkout)}-${key}`);
}

/** A new empty folder for a cluster that lives as long as one test run. */
export function temporaryPlace(user: RunAs): string {
  const parent = [tmpdir(), "/var/tmp"].find((folder) => canReach(user, folder)) ?? tmpdir();
  const folder = mkdtempSync(path.join(parent, "portcullis-test-"));
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return folder;
}

function isLinkTo(link: string, target: string): boolean {
  try {
    return readlinkSync(link) === target;
  } catch {
    return false;
  }
}
