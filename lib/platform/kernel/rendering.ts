/** Plain data of a document that a thread of its own will draw. */
export class Rendering {
  constructor(
    readonly document: string,
    readonly data: readonly unknown[],
  ) {}
}
