import { setTimeout as wait } from "node:timers/promises";
import { newSetupLink, SETUP_LINK_HOURS } from "./setup-token";

const RETRY_MS = 5_000;
/** Five minutes: a database that starts together with the portal is there by then. */
const MOST_TRIES = 60;

/** Prints the link to the setup page if the portal has no staff yet. Never keeps the portal from serving, or from ending. */
export async function announceSetup(): Promise<void> {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    try {
      const link = await newSetupLink();
      if (link !== null) console.log(invitation(link));
      return;
    } catch {
      await wait(RETRY_MS, undefined, { ref: false });
    }
  }
  console.warn("Couldn't check whether the portal is set up. Run npm run setup -- --link once the database answers.");
}

const invitation = (link: string): string =>
  `This portal isn't set up yet. Open this link within ${SETUP_LINK_HOURS} hours; it works once:\n\n  ${link}\n`;
