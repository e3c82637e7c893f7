const OWN_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Over `smtp:` a password is sent only once STARTTLS has encrypted the connection: whoever is in between could leave out the offer. Not asked
 * on this machine, nor where the URL itself says `?ignoreTLS=true`.
 */
export function encryptionOf({ protocol, hostname, password, searchParams }: URL): { readonly requireTLS?: true } {
  const asked = protocol === "smtp:" && password !== "" && !OWN_MACHINE.test(hostname);
  return asked && searchParams.get("ignoreTLS") !== "true" ? { requireTLS: true } : {};
}
