import PostalMime, { type Attachment } from "postal-mime";
import type { ShownMail } from "../mail-facts";
import { inertHtml } from "./inert-html";
import { filesOf, parserLimits, textOf } from "./read-mail";

const LONGEST_TEXT = 200_000;
const LONGEST_HTML = 2_000_000;
const SHOWN_PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"];

/** A mail for staff: its text, and its HTML with the pictures that it carries and nothing that runs or is loaded from elsewhere. */
export async function showMail(raw: Uint8Array): Promise<ShownMail> {
  const email = await PostalMime.parse(raw, parserLimits);
  const { html } = email;
  const original = html && html.length <= LONGEST_HTML ? inertHtml(withPictures(html, email.attachments)) : null;
  return {
    text: textOf(email).slice(0, LONGEST_TEXT),
    html: original?.html ?? null,
    remoteImages: original?.remoteImages ?? 0,
    files: filesOf(email),
  };
}

function withPictures(html: string, attachments: readonly Attachment[]): string {
  let shown = html;
  for (const { contentId, mimeType, content } of attachments) {
    const cid = contentId?.replace(/^<|>$/g, "");
    if (!cid || !SHOWN_PICTURES.includes(mimeType) || !shown.includes(`cid:${cid}`)) continue;
    const data = Buffer.from(content as Uint8Array).toString("base64");
    shown = shown.replaceAll(`cid:${cid}`, () => `data:${mimeType};base64,${data}`);
    if (shown.length > 10 * LONGEST_HTML) return html;
  }
  return shown;
}
