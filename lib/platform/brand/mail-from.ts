import addressparser from "nodemailer/lib/addressparser";
import { env } from "@/lib/platform/config/env";
import { currentBrand } from "./current-brand";

/** The sender of every mail: the address of MAIL_FROM, under the name that staff have chosen. */
export async function mailFrom(): Promise<{ readonly name: string; readonly address: string }> {
  const { MAIL_FROM } = env();
  const [given = { name: "", address: MAIL_FROM }] = addressparser(MAIL_FROM, { flatten: true });
  const { mailSender, name } = await currentBrand();
  return { name: mailSender ?? (given.name || name), address: given.address };
}
