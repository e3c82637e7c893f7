import type { Said } from "@/lib/platform/language/say";
import type { Caller } from "./caller";
import type { ExecuteOptions } from "./execute-options";

/**
 * What a person can ask for by an email in an agreed form. Only verified mail of somebody with a login gets here, and it is
 * done in their name by an operation, which decides whether they may.
 */
export interface MailForm<Asked = unknown> {
  /** The address it is sent to, before MAIL_IN_DOMAIN. */
  readonly address: string;
  /** Subjects that make it one as well, at any address of the portal. */
  readonly subject: RegExp;
  /** What the mail may do while it is processed: a value of `InboundMail.actsOn`. */
  readonly actsOn: "roles";
  /** Null if the text isn't in the form: then it is a mail like any other. */
  read(text: string): Asked | null;
  /** Says what was done. Throws a Problem like any operation. */
  submit(caller: Caller, accountId: string, asked: Asked, options: ExecuteOptions): Promise<Said>;
}
