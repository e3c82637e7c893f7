/** One of several answers, in radio groups and chips. */
export type Choice = { value: string; label: string; hint?: string; disabled?: boolean };
