import PostalMime from "postal-mime";
import type { MailFileContents } from "../mail-facts";
import { filesOf, parserLimits } from "./read-mail";

/** The files of a mail with their bytes, in the order in which they are listed. */
export async function fileContents(raw: Uint8Array): Promise<MailFileContents[]> {
  const email = await PostalMime.parse(raw, parserLimits);
  const kept = email.attachments.filter(({ mimeType }) => mimeType !== "message/delivery-status");
  return filesOf(email).map((file, at) => ({ ...file, contents: bytesOf(kept[at]?.content ?? "") }));
}

const bytesOf = (content: string | ArrayBuffer | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
