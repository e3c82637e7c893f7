import Bowser from "bowser";
import { t } from "@/lib/platform/language/t";

/** "Firefox on Windows", from a browser's user agent; unknown ones are not guessed. */
export function deviceName(userAgent: string): string {
  // The library rejects an empty text.
  const { browser, os, platform } = Bowser.parse(userAgent || " ");
  const program = shortName(browser.name);
  const system = os.name === "iOS" ? (platform.model ?? "iOS") : shortName(os.name);
  if (program && system) return t("{program} on {system}", { program, system });
  return program ?? (system ? t("A browser on {system}", { system }) : programName(userAgent));
}

const shorter: Readonly<Record<string, string>> = {
  "Microsoft Edge": "Edge",
  "Samsung Internet for Android": "Samsung Internet",
  "Chrome OS": "ChromeOS",
};

const shortName = (name: string | undefined): string | undefined => (name ? (shorter[name] ?? name) : undefined);

/** Programs start with their own name: `curl/8.5.0`. */
function programName(userAgent: string): string {
  return /^([A-Za-z][\w .-]{0,40}?)(?:\/|$)/.exec(userAgent)?.[1] ?? t("Unknown device");
}
