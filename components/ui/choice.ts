/** One option of a radio group or chips. */
export type Choice = { value: string; label: string; hint?: string; disabled?: boolean };
