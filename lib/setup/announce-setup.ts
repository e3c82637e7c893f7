import { newSetupLink, SETUP_LINK_HOURS } from "./setup-token";

/** Prints the link to the setup page if the portal has no staff yet. Never keeps the portal from serving. */
export async function announceSetup(): Promise<void> {
  try {
    const link = await newSetupLink();
    if (link === null) return;
    console.log(
      `This portal isn't set up yet. Open this link within ${SETUP_LINK_HOURS} hours; it works once:\n\n  ${link}\n`,
    );
  } catch {
    console.warn("Couldn't check whether the portal is set up. Run npm run setup -- --link once the database answers.");
  }
}
