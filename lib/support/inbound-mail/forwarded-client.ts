import type { SMTPServer, SMTPServerSession } from "smtp-server";

interface Client {
  readonly address: string;
  readonly helo: string | null;
}

/**
 * Who connected, as a mail server in front says it by XFORWARD. It keeps its connection for mails of several clients, and a mail
 * of unknown origin must not pass for one of the client before it.
 */
export function clientOf({ remoteAddress, hostNameAppearsAs, xForward }: SMTPServerSession): Client {
  const told = xForward.has("ADDR");
  const address = told ? xForward.get("ADDR") || xForward.get("ADDR:DEFAULT") || remoteAddress : remoteAddress;
  const helo = told ? xForward.get("HELO") : hostNameAppearsAs;
  return { address: String(address).replace(/^::ffff:/, ""), helo: helo ? String(helo) : null };
}

/**
 * smtp-server forgets that a client has greeted it when XFORWARD says that the HELO isn't known, and refuses the mail. Postfix says so
 * of mail from its own machine, and of what it forwards by an alias.
 */
export function keepGreeting({ connections }: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of connections) {
    if (connection.id !== id) continue;
    let greeting = connection.hostNameAppearsAs;
    Object.defineProperty(connection, "hostNameAppearsAs", {
      get: () => greeting,
      set: (value: string | false) => {
        if (value !== "") greeting = value;
      },
    });
  }
}
