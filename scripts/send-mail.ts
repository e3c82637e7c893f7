import { parseArgs } from "node:util";
import { createTransport } from "nodemailer";
import { demoSender } from "./portal/demo-mail";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

const usage =
  'Usage: npm run mail -- ["Subject"] ["Text"] [--from support@northwind.example] [--to support@in.portcullis.example] [--forged]';

/**
 * `npm run mail`: sends an email to the running demo, signed by the sender's domain, or with `--forged` by nobody. The
 * staff console shows under Received email what became of it.
 */
await runCommand(async () => {
  const sender = demoSender();
  if (sender === null) throw new CommandError("Start the demo first: npm run demo");
  const { subject, text, from, to, forged } = asked(sender.domain);
  const { port, selector: keySelector, privateKey } = sender;
  const domainName = from.split("@").at(-1) ?? "";
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    ...(forged ? {} : { dkim: { domainName, keySelector, privateKey } }),
  });
  try {
    const { response, messageId } = await transport.sendMail({ from, to, subject, text });
    console.log(`${response}\n${messageId}`);
  } finally {
    transport.close();
  }
});

function asked(domain: string) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { from: { type: "string" }, to: { type: "string" }, forged: { type: "boolean" } },
    });
    const [subject = "Label printer can't reach web-01", text = "Since this morning it prints nothing.", ...more] =
      positionals;
    if (more.length > 0) throw new CommandError(usage);
    const { from = "support@northwind.example", to = `support@${domain}`, forged = false } = values;
    return { subject, text, from, to, forged };
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError(usage);
  }
}
