/** One bar of a chart, in drawing units; negative values are drawn below the axis. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BarChart {
  readonly bars: readonly Bar[];
  /** Position of the zero line. */
  readonly zeroY: number;
  /** The highest value of the scale, rounded. */
  readonly top: number;
  readonly bottom: number;
}

/** Lays out bars in a drawing of this size, on a scale with round limits. */
export function chartBars(values: readonly number[], width: number, height: number): BarChart {
  const top = roundUp(Math.max(0, ...values));
  const bottom = 0 - roundUp(Math.max(0, ...values.map((value) => -value)));
  const range = top - bottom || 1;
  const yOf = (value: number) => ((top - value) / range) * height;
  const step = values.length === 0 ? width : width / values.length;
  const zeroY = yOf(0);
  const bars = values.map((value, index) => ({
    x: index * step + step * 0.18,
    y: Math.min(yOf(value), zeroY),
    width: step * 0.64,
    height: Math.abs(yOf(value) - zeroY),
  }));
  return { bars, zeroY, top, bottom };
}

const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Rounds up to a simple multiple of a power of ten, which is easy to read off an axis. */
function roundUp(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = ROUND.find((one) => one * power >= value) ?? 10;
  return factor * power;
}
