import { createHash } from "node:crypto";
import type { Disk } from "flydrive";
import pMap from "p-map";
import type { Client } from "pg";
import type { ZipFile } from "yazl";
import { CommandError } from "../process/command-error";
import { type FilePart, fileName } from "./manifest";
import { passing } from "./passing";

const AT_ONCE = 8;

/**
 * The keys of all files in the snapshot that `client` reads: what it says is stored must be there.
 *
 * @throws CommandError if some are missing
 */
export async function storedKeys(client: Client, disk: Disk | null): Promise<string[]> {
  if (disk === null) return [];
  const { rows } = await client.query<{ key: string }>(
    `select unnest(array_remove(array["storageKey", "thumbnailKey"], null)) as key from "StoredFile" where "state" <> 'uploading'
      union all select "key" from "PreviewPage" order by 1`,
  );
  const keys = rows.map(({ key }) => key);
  const isThere = await pMap(keys, (key) => disk.exists(key), { concurrency: AT_ONCE });
  const missing = isThere.filter((there) => !there).length;
  if (missing === 0) return keys;
  throw new CommandError(
    `${missing} of ${keys.length} files are not in FILES_DIR. Set it to the folder that the portal uses.`,
  );
}

export function addFile(zip: ZipFile, disk: Disk, key: string, files: FilePart[]): void {
  zip.addReadStreamLazy(fileName({ key }), { forceZip64Format: true, compress: false }, (give) => {
    const hash = createHash("sha256");
    const { stream, bytes } = passing(hash);
    stream.once("end", () => files.push({ key, bytes: bytes(), sha256: hash.digest("hex") }));
    disk.getStream(key).then(
      (source) => {
        source.on("error", (error) => stream.destroy(error));
        give(null, source.pipe(stream));
      },
      (error) => give(error, stream),
    );
  });
}
