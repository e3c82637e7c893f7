export type ProgressProps = { label: string; value?: number; max?: number; detail?: string };

/** How far a long piece of work is; without a value, that it goes on. */
export function Progress({ label, value, max = 100, detail }: ProgressProps) {
  return (
    <label className="block">
      <span className="mb-1.5 flex justify-between gap-4 text-sm">
        <span className="font-medium text-ink">{label}</span>
        {detail && <span className="text-ink-soft tabular-nums">{detail}</span>}
      </span>
      <progress className="progress" value={value} max={max} />
    </label>
  );
}
