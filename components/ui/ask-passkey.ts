import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from "@simplewebauthn/browser";

/** Asks for one of the person's passkeys to confirm who they are. Returns the answer as text, for a form. */
export async function askPasskey(): Promise<string> {
  const answer = await fetch("/api/v1/me/confirmation/options", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (!answer.ok) throw new Error("The portal gave no options.");
  const { options } = (await answer.json()) as { options: PublicKeyCredentialRequestOptionsJSON };
  if (!options.allowCredentials?.length) throw new Error("There is no passkey.");
  return JSON.stringify(await startAuthentication({ optionsJSON: options }));
}
