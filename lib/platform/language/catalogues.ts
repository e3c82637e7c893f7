import clientSentences from "./client-sentences.json" with { type: "json" };
import accounts from "./de/accounts.json" with { type: "json" };
import billing from "./de/billing.json" with { type: "json" };
import home from "./de/home.json" with { type: "json" };
import http from "./de/http.json" with { type: "json" };
import identity from "./de/identity.json" with { type: "json" };
import jobs from "./de/jobs.json" with { type: "json" };
import platform from "./de/platform.json" with { type: "json" };
import policy from "./de/policy.json" with { type: "json" };
import services from "./de/services.json" with { type: "json" };
import setup from "./de/setup.json" with { type: "json" };
import shell from "./de/shell.json" with { type: "json" };
import staff from "./de/staff.json" with { type: "json" };
import support from "./de/support.json" with { type: "json" };
import ui from "./de/ui.json" with { type: "json" };
import workspace from "./de/workspace.json" with { type: "json" };
import { type LanguageCode, PSEUDO } from "./languages";

const german: ReadonlyMap<string, string> = new Map(
  [
    accounts,
    billing,
    home,
    http,
    identity,
    jobs,
    platform,
    policy,
    services,
    setup,
    shell,
    staff,
    support,
    ui,
    workspace,
  ].flatMap((area) => Object.entries<string>(area)),
);

/** How each language but English translates a sentence. */
export const catalogues: Readonly<Record<Exclude<LanguageCode, "en">, (sentence: string) => string | undefined>> = {
  de: (sentence) => german.get(sentence),
  [PSEUDO]: (sentence) => (german.has(sentence) ? `⟦${sentence.split("@@", 1)[0]}⟧` : undefined),
};

/** The translations of what the browser's components show; null for English, which needs none. */
export function sentencesForBrowser(code: LanguageCode): Record<string, string> | null {
  if (code === "en") return null;
  const translate = catalogues[code];
  return Object.fromEntries(clientSentences.map((sentence) => [sentence, translate(sentence) ?? sentence]));
}
