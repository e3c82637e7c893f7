/**
 * A fingerprint of files and folders: the same as long as no name and no content changes, whatever the modification times.
 * Missing files count as missing. `skip` lists paths, relative to the root, to leave out with everything below them.
 */
export declare function sourceHash(root: string, entries: readonly string[], skip?: readonly string[]): string;
