/** A column whose values are encrypted. Its noun declares it and lists it in its feature, so that its keys can be changed. */
export interface SealedColumn<Bound extends string = string> {
  readonly table: string;
  readonly column: string;
  /**
   * Columns of the same row that a value is bound to: its id, its account and its parents. A value copied into a row in
   * which one of them differs can't be decrypted there.
   */
  readonly bound: readonly Bound[];
  /** The one that values from before the key ring are bound to. */
  readonly boundBefore: Bound;
}

/** What a value is bound to, by column. */
export type BoundTo<Bound extends string> = Readonly<Record<Bound, string>>;
