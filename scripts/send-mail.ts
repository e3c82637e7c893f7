import { parseArgs } from "node:util";
import { demoSender } from "./portal/demo-mail";
import { sendAsDemo } from "./portal/send-as-demo";
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
  const { response, messageId } = await sendAsDemo(sender, { from, to, subject, text, forged });
  console.log(`${response}\n${messageId}`);
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
