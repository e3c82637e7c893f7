import { disconnect } from "@/lib/platform/db/disconnect";
import { newSetupLink, SETUP_LINK_HOURS } from "@/lib/setup/setup-token";
import { CommandError } from "../process/command-error";

/** Prints a link to the setup page, as a starting portal does. */
export async function printLink(): Promise<void> {
  const link = await newSetupLink().finally(disconnect);
  if (link === null) throw new CommandError("This portal is already set up. Ask a manager to add you to the team.");
  console.log(`Open this link within ${SETUP_LINK_HOURS} hours; it works once:\n\n  ${link}\n`);
}
