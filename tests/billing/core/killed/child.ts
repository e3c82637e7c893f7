import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { runJobs } from "@/lib/jobs/run-jobs";
import { businessNow } from "@/lib/platform/db/business-clock";
import { disconnect } from "@/lib/platform/db/disconnect";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { mailTransport } from "@/lib/platform/mail/mail-transport";
import { payAs } from "./pay-as";

/** A portal process that does one task and exits, unless it is killed first. The code under test isn't in here. */
const [what = "", argument = ""] = process.argv.slice(2);

if (what === "pay") await payAs(JSON.parse(argument));
if (what === "month") {
  const { failures } = await runJobs(await businessNow());
  if (failures.length > 0) throw new Error(failures.join("\n"));
}
if (what === "mail") {
  const transport = mailTransport();
  await deliverMail(transport, isStillWanted);
  transport?.close();
}
await disconnect();
process.exit(0);
