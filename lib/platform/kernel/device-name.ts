import Bowser from "bowser";

/** "Firefox on Windows", from what a browser says of itself; what is not known is not guessed. */
export function deviceName(userAgent: string): string {
  // An empty text is the one that the library refuses.
  const { browser, os, platform } = Bowser.parse(userAgent || " ");
  const program = shortName(browser.name);
  const system = os.name === "iOS" ? (platform.model ?? "iOS") : shortName(os.name);
  if (program && system) return `${program} on ${system}`;
  return program ?? (system ? `A browser on ${system}` : programName(userAgent));
}

const shorter: Readonly<Record<string, string>> = {
  "Microsoft Edge": "Edge",
  "Samsung Internet for Android": "Samsung Internet",
  "Chrome OS": "ChromeOS",
};

const shortName = (name: string | undefined): string | undefined => (name ? (shorter[name] ?? name) : undefined);

/** Programs begin with their own name: `curl/8.5.0`. */
function programName(userAgent: string): string {
  return /^([A-Za-z][\w .-]{0,40}?)(?:\/|$)/.exec(userAgent)?.[1] ?? "Unknown device";
}
