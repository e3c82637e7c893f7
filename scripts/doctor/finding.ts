/** What one check of the doctor found. */
export interface Finding {
  /** What was looked at: `PORTAL_URL`, `migrations`. */
  readonly check: string;
  /** Only a problem must be fixed. `unchecked`: it couldn't be told, for example without a network. */
  readonly state: "ok" | "warning" | "problem" | "unchecked";
  readonly message: string;
  /** What to do about it. */
  readonly fix?: string;
}

/** One check's findings, each under its name. */
export const about = (check: string) => ({
  ok: (message: string): Finding => ({ check, state: "ok", message }),
  warning: (message: string, fix: string): Finding => ({ check, state: "warning", message, fix }),
  problem: (message: string, fix: string): Finding => ({ check, state: "problem", message, fix }),
  unchecked: (message: string, fix: string): Finding => ({ check, state: "unchecked", message, fix }),
});
