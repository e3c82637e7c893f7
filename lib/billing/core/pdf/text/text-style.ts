export type Weight = 400 | 600;

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  /** Relative to the size. */
  readonly lineHeight: number;
  readonly align: "left" | "right";
  /** Tabular digits, so amounts align in columns. */
  readonly tabular: boolean;
}
