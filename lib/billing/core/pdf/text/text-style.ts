export type Weight = 400 | 600;

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
  /** Of the size. */
  readonly lineHeight: number;
  readonly align: "left" | "right";
  /** Digits of one width, so that amounts stand in columns. */
  readonly tabular: boolean;
}
