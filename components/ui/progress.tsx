export type ProgressProps = { label: string /** Percent. */; value: number };

/** How far a piece of work is. */
export function Progress({ label, value }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={100}
      className="h-2 w-32 appearance-none overflow-hidden rounded-full border border-line bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
    />
  );
}
