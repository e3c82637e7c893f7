import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  statfsSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { canReach, type RunAs } from "./run-as";

/** The root of the checkout, where every command runs. */
export const checkout = process.cwd();

/**
 * The folder of the embedded cluster: `.data/postgres`, or a folder elsewhere, linked in `.data`, if the user PostgreSQL
 * runs as can't enter the checkout.
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

/** A folder outside the checkout for it alone, named after the checkout's path. */
export function outsidePlace(): string {
  const key = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  const parent = existsSync("/var/lib") ? "/var/lib" : "/var/tmp";
  return path.join(parent, "portcullis", `${path.basename(checkout)}-${key}`);
}

/** A folder that was asked for, created if necessary, for the user PostgreSQL runs as. */
export function folderFor(user: RunAs, folder: string): string {
  const place = path.resolve(folder);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  if (user) chownSync(place, user.uid, user.gid);
  return place;
}

/**
 * A new empty folder for a cluster that is used for one test run.
 *
 * @param prefersMemory it stays small: three hundred databases that are copied and dropped are 800,000 files, and ext4 takes
 * longer to find a number for the next one the more were deleted just before
 * @param room in bytes, that must be free in memory for it
 */
export function temporaryPlace(user: RunAs, prefersMemory = false, room = ROOM): string {
  const folders = [...(prefersMemory ? memoryFolders(room) : []), tmpdir(), "/var/tmp"];
  const parent = folders.find((folder) => canReach(user, folder)) ?? tmpdir();
  const folder = mkdtempSync(path.join(parent, "portcullis-test-"));
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  return folder;
}

/** The suites' databases and log take 1 GB; on a small machine that is needed elsewhere. */
const ROOM = 4 * 1024 ** 3;

function memoryFolders(room: number): string[] {
  const folder = "/dev/shm";
  if (!existsSync(folder) || process.availableMemory() < 2 * room) return [];
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < room ? [] : [folder];
}

function isLinkTo(link: string, target: string): boolean {
  try {
    return readlinkSync(link) === target;
  } catch {
    return false;
  }
}
