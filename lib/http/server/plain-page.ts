import { currentCode, t } from "@/lib/platform/language/t";
import type { PlainAnswer } from "./plain-answer";

/** A self-contained page: no script, no file, no database. */
export function plainPage({ typed = [], ...answer }: PlainAnswer): string {
  const [title, detail] = [t(answer.title), t(answer.detail)];
  const fields = typed.map(([name, value]) => `<dt>${escaped(name)}</dt><dd><pre>${escaped(value)}</pre></dd>`);
  const kept = fields.length > 0 ? `<h2>${escaped(t("Your input"))}</h2><dl>${fields.join("")}</dl>` : "";
  return `<!doctype html>
<html lang="${currentCode()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(detail)}</p>${kept}</main></body></html>`;
}

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:6rem 1rem}
main{max-width:28rem;margin:auto;text-align:center}h1{font-size:1.125rem}h2{font-size:1rem;margin-top:2rem}
dl{text-align:left}dt{font-weight:600}dd{margin:0 0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
