import { createTransport } from "nodemailer";
import type { DemoSender } from "./demo-mail";

export interface DemoMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Not signed by its sender's domain. */
  readonly forged?: boolean;
}

/** Sends an email by SMTP to the portal with the sample data, as one of its companies does. */
export async function sendAsDemo(sender: DemoSender, { forged = false, ...mail }: DemoMail) {
  const { port, selector: keySelector, privateKey } = sender;
  const domainName = mail.from.split("@").at(-1) ?? "";
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    ...(forged ? {} : { dkim: { domainName, keySelector, privateKey } }),
  });
  try {
    return await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}
