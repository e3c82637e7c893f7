import { z } from "zod";
import { setPasswordLink } from "@/lib/identity/sign-in/set-password-link";
import { signOut } from "@/lib/identity/sign-in/sign-out";
import type { Environment } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { newPassword } from "@/lib/platform/kernel/new-password";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { readInput } from "@/lib/platform/operations/read-input";
import { managerInput, sellerInput } from "@/lib/setup/schema";
import { setUp } from "@/lib/setup/set-up";
import { printFindings } from "../doctor/print-findings";
import { settingsFindings } from "../doctor/settings";
import type { SetupArguments } from "./read-arguments";

const visitor = { ip: "local", userAgent: "portcullis-command" };

/** Makes the first manager and the seller by the same code as the setup page, and says what is left to do. */
export async function firstRun(given: SetupArguments, password: string | null, settings: Environment): Promise<void> {
  const manager = readInput(managerInput, { email: given.email ?? "", name: given.name ?? "" });
  const chosen = password === null ? null : readInput(z.object({ password: newPassword }), { password }).password;
  const seller = readSeller(given);
  try {
    const session = await setUp({ manager, password: chosen, seller, token: null }, visitor);
    await signOut({ by: "session", hash: hashToken(session) }, visitor.ip);
    console.log(`${manager.name} <${manager.email}> is the first manager of this portal.`);
    console.log(await howToSignIn(manager.email, chosen, settings.PORTAL_URL));
    if (seller === null)
      console.log(`Enter your company's details before the first invoice: ${settings.PORTAL_URL}/staff/billing-setup`);
  } finally {
    await disconnect();
  }
  console.log("\nSettings of the environment:");
  printFindings(settingsFindings(process.env));
  console.log("\nRun npm run doctor to check the rest.");
}

function readSeller({ company, address, country, vatId }: SetupArguments) {
  if (company === undefined && address === undefined && country === undefined && vatId === undefined) return null;
  const upper = country?.trim().toUpperCase() ?? "";
  return readInput(sellerInput, {
    company: company ?? "",
    address: address ?? "",
    country: upper,
    vatId: vatId || null,
  });
}

async function howToSignIn(email: string, password: string | null, portalUrl: string): Promise<string> {
  if (password !== null) return `Sign in at ${portalUrl}/sign-in`;
  const { href, hours } = await setPasswordLink(email);
  return `Choose the password with this link. It works once, within ${hours} hours:\n\n  ${href}\n`;
}
