/** Colour means a state and nothing else; `neutral` and `accent` imply no judgement. */
export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";

/** Soft background, readable text and a border: at least 4.5:1 in both themes. */
export const toneSoft: Record<Tone, string> = {
  neutral: "border-line bg-sunken text-ink-soft",
  accent: "border-accent-line bg-accent-soft text-accent-text",
  success: "border-success-line bg-success-soft text-success-text",
  warning: "border-warning-line bg-warning-soft text-warning-text",
  danger: "border-danger-line bg-danger-soft text-danger-text",
};

export const toneText: Record<Tone, string> = {
  neutral: "text-ink-faint",
  accent: "text-accent-text",
  success: "text-success-text",
  warning: "text-warning-text",
  danger: "text-danger-text",
};
