import { inspect } from "node:util";
import { log } from "./log";

/** Sends what packages print, Next among them, through the log, so that every line of the process has one form. */
export function logConsole(): void {
  const levels = { log: "info", info: "info", warn: "warn", error: "error", debug: "debug", trace: "debug" } as const;
  for (const [name, level] of Object.entries(levels)) {
    console[name as keyof typeof levels] = (...printed: unknown[]) => {
      const err = printed.find((one) => one instanceof Error);
      const words = printed.filter((one) => one !== err).map((one) => (typeof one === "string" ? one : inspect(one)));
      log()[level](err === undefined ? {} : { err }, words.join(" ").trim());
    };
  }
}
