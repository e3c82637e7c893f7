import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

export type StepperProps = { label: string; steps: string[] /** Counted from 0. */; current: number };

/** Progress through a sequence of steps. */
export function Stepper({ label, steps, current }: StepperProps) {
  return (
    <ol aria-label={label} className="mb-5 flex flex-wrap gap-x-5 gap-y-2">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={cx("flex items-center gap-2", index === current ? "font-medium text-ink" : "text-ink-soft")}
        >
          <span
            className={cx(
              "grid size-6 place-items-center rounded-full border text-xs font-semibold tabular-nums",
              index === current && "border-transparent bg-accent text-on-accent",
              index < current && "border-accent-line bg-accent-soft text-accent-text",
              index > current && "border-line-strong text-ink-soft",
            )}
          >
            {index < current ? <Icon name="check" className="size-3.5" label="Done:" /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
