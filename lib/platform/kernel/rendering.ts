/** Plain data of a document that a separate thread will render. */
export class Rendering {
  constructor(
    readonly document: string,
    readonly data: readonly unknown[],
  ) {}
}
