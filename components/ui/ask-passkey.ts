import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";
import { passkeyWithin } from "@/components/ui/passkey-within";

const OPTIONS_MS = 15_000;

/** Asks for one of the person's passkeys to confirm who they are. Returns the answer as text, for a form. */
export async function askPasskey(): Promise<string> {
  const answer = await fetch("/api/v1/me/confirmation/options", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
    signal: AbortSignal.timeout(OPTIONS_MS),
  });
  if (!answer.ok) throw new Error("The portal gave no options.");
  const { options } = (await answer.json()) as { options: PublicKeyCredentialRequestOptionsJSON };
  if (!options.allowCredentials?.length) throw new Error("There is no passkey.");
  return JSON.stringify(await passkeyWithin(startAuthentication({ optionsJSON: options })));
}
