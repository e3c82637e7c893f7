import type { Disk } from "flydrive";
import type { OpenArchive } from "./read-archive";

/** Writes the files of an archive into the storage, under the keys that the restored rows name. Returns how many. */
export async function restoreFiles(archive: OpenArchive, disk: Disk): Promise<number> {
  const { files } = archive.manifest;
  for (const file of files) {
    await disk.putStream(file.key, await archive.contents(file), { contentLength: file.bytes });
  }
  return files.length;
}
