import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const lib = path.join(import.meta.dirname, "../../../lib");

const sources = readdirSync(lib, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("generated"))
  .map((file) => ({ file, text: readFileSync(path.join(lib, file), "utf8") }));

/** The files that choose people by a notice, with what each does with them. */
export const noticeSenders = sources.filter(({ text }) => text.includes("/platform/mail/notice-recipients"));

/** Every template that is sent. */
export const templates = [
  ...new Set(sources.flatMap(({ text }) => [...text.matchAll(/template: "([a-z-]+)"/g)].map(([, name = ""]) => name))),
];

/** The files that send a mail without a notification, and the template of each. */
export const plainSenders = sources
  .filter(({ file, text }) => /\bsendMail\(/.test(text) && !file.startsWith(path.join("platform", "mail")))
  .map(({ file, text }) => ({ text, template: templateIn(file, text) }));

/** Which notice a template is sent for. Several files may send one template, all of them for the same notice. */
export function noticeOfTemplate(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { file, text } of sources.filter((one) => /\bsendNotice\(/.test(one.text))) {
    if (file === path.join("platform", "mail", "send-notice.ts")) continue;
    const [, notice] = /notice: "(notices\.[a-z.]+)"/.exec(text) ?? [];
    const template = templateIn(file, text);
    if (notice === undefined) throw new Error(`${file} sends a notice without saying which.`);
    if ((found.get(template) ?? notice) !== notice) throw new Error(`${template} is sent for two notices.`);
    found.set(template, notice);
  }
  return found;
}

/** In the file itself, or in the one that it takes its mail from. */
function templateIn(file: string, text: string): string {
  const [, own] = /template: "([a-z-]+)"/.exec(text) ?? [];
  if (own !== undefined) return own;
  const [, beside] = /from "\.\/([a-z-]+-mail)"/.exec(text) ?? [];
  const from = sources.find((one) => one.file === path.join(path.dirname(file), `${beside}.ts`));
  if (from === undefined) throw new Error(`${file} sends a mail without a template.`);
  return templateIn(from.file, from.text);
}
