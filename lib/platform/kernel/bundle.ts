/** A file of a bundle: whoever writes it asks the named operation for its contents, as the person the bundle is for. */
export interface BundledFile {
  /** In the bundle: safe on every system, and unlike every other. */
  readonly path: string;
  readonly changedAt: Date;
  /** Pictures and archives don't get smaller. */
  readonly compress: boolean;
  readonly operation: string;
  readonly input: object;
  /** Of the contents: whether their reader may still have them is asked again at each download. */
  readonly contentsId: string;
}

/** What a reader finds about the files that are not in the bundle. */
export interface BundleNote {
  readonly path: string;
  readonly lines: readonly string[];
  /** Precedes the files whose contents were refused while it was written. */
  readonly refused: string;
}

/** Plain data of a ZIP file that the worker will write. */
export class Bundle {
  constructor(
    readonly files: readonly BundledFile[],
    readonly note: BundleNote,
  ) {}
}
