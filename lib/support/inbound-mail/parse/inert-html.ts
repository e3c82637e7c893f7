import { Parser } from "htmlparser2";

/** HTML in which nothing is left to run, load, submit or follow, and how many pictures it would have loaded. */
export interface InertHtml {
  readonly html: string;
  readonly remoteImages: number;
}

/** What a mail is laid out with; other elements are left out, and what they contain is kept. */
const ELEMENTS = new Set(
  `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em
   figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span
   strike strong sub sup table tbody td tfoot th thead tr tt u ul var wbr`.split(/\s+/),
);
const EMPTY = new Set(["br", "col", "hr", "img", "wbr"]);
/** Left out with all they contain. */
const HIDDEN = new Set(["script", "title", "template", "iframe", "object", "noembed", "noframes", "xmp"]);
const ATTRIBUTES = new Set(
  `align alt bgcolor border cellpadding cellspacing class color colspan dir face height id lang rowspan size span start title type
   valign width`.split(/\s+/),
);
const CARRIED_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/;
/** Declarations that could load something, and escapes that could spell them. */
const LOADS = /url|image|src|import|element|cross-fade|expression|behaviou?r|binding|font-face|[\\<]/i;

/** White paper on which long words break and pictures fit, in the light and in the dark. */
const PAPER =
  "<!doctype html><meta charset=utf-8><style>:root{color-scheme:light;background:#fff;color:#000}body{margin:16px;font-family:sans-serif;overflow-wrap:anywhere}img{max-width:100%}</style>";

/** The HTML of a mail for a frame. Nothing of it is for the browser to block, so it reports nothing either. */
export function inertHtml(given: string): InertHtml {
  const out: string[] = [PAPER];
  let hidden = "";
  let inStyle = false;
  let remoteImages = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (hidden !== "") return;
        if (HIDDEN.has(name)) hidden = name;
        else if (name === "style") inStyle = true;
        else if (name === "img" && !CARRIED_PICTURE.test(attributes.src ?? "")) {
          if (attributes.src || attributes.srcset) remoteImages += 1;
          out.push(escaped(attributes.alt ?? ""));
        } else if (name === "body" || ELEMENTS.has(name)) {
          out.push(`<${shownAs(name)}${attributesOf(attributes)}>`);
        }
      },
      ontext(text) {
        if (hidden !== "") return;
        out.push(inStyle ? `<style>${inertCss(text)}</style>` : escaped(text));
      },
      onclosetag(name) {
        if (hidden === name) hidden = "";
        else if (name === "style") inStyle = false;
        else if (hidden === "" && (name === "body" || ELEMENTS.has(name)) && !EMPTY.has(name))
          out.push(`</${shownAs(name)}>`);
      },
    },
    { decodeEntities: true },
  );
  parser.end(given);
  return { html: out.join(""), remoteImages };
}

/** It has colours of its own. */
const shownAs = (name: string): string => (name === "body" ? "div" : name);

function attributesOf({ style, href, src, ...attributes }: Readonly<Record<string, string>>): string {
  const kept = Object.entries(attributes).filter(([name]) => ATTRIBUTES.has(name));
  // A link says where it would lead, and leads nowhere.
  if (href !== undefined && /^(?:https?|mailto|tel):/i.test(href)) kept.push(["title", href]);
  if (src !== undefined && CARRIED_PICTURE.test(src)) kept.push(["src", src]);
  if (style !== undefined) kept.push(["style", inertCss(style)]);
  return [...new Map(kept)].map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
}

/** Without what loads, declaration by declaration. */
export function inertCss(css: string): string {
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ").replace(/<!--|-->/g, " ");
  return plain
    .split(/(?<=[;{}])/)
    .map((part) => (LOADS.test(part) ? (/[;{}]$/.exec(part)?.[0] ?? "") : part))
    .join("");
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
