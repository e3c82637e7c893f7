import { Fragment, isValidElement, type ReactNode } from "react";

/** HTML that `markup` has written. A class, because nothing that was read from somewhere can be an instance of it. */
export class Html {
  constructor(readonly text: string) {}
}

/**
 * The HTML of elements that do nothing by themselves: tags, and components that only return such. Undefined where it would
 * take React: client and asynchronous components, handlers, anything not listed here.
 *
 * React renders what a page sends three times: as data on the server, from data to elements there, and from elements to
 * HTML. This is one walk, for what is on most pages and never changes in the browser (decision 0161).
 */
export function markup(node: ReactNode | Html): string | undefined {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "string") return escaped(node);
  if (typeof node === "number") return String(node);
  if (Array.isArray(node)) return joined(node);
  if (node instanceof Html) return node.text;
  if (!isValidElement<Record<string, unknown>>(node)) return undefined;
  const { type, props } = node;
  if (typeof type === "string") return tag(type, props);
  if (type === Fragment) return markup(props.children as ReactNode);
  // A client component is a reference on the server, which has no name but this property.
  if (typeof type !== "function" || "$$typeof" in type || type.prototype?.isReactComponent) return undefined;
  return markup((type as (props: object) => ReactNode)(props));
}

/** One node's HTML after the other's, or undefined as soon as one takes React. */
function joined(nodes: readonly ReactNode[]): string | undefined {
  let html = "";
  for (const node of nodes) {
    const one = markup(node);
    if (one === undefined) return undefined;
    html += one;
  }
  return html;
}

const EMPTY = new Set(["br", "hr", "img", "input"]);
const TAGS = new Set([
  ...EMPTY,
  ...[
    "a",
    "abbr",
    "b",
    "button",
    "code",
    "data",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "i",
    "kbd",
    "label",
    "li",
    "main",
    "ol",
  ],
  ...["option", "p", "path", "small", "span", "strong", "svg", "td", "th", "time", "tr", "ul", "use"],
]);

/** The attributes that may be written, by the property of React; and those that are there or not. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  alt: "alt",
  className: "class",
  colSpan: "colspan",
  d: "d",
  dateTime: "datetime",
  form: "form",
  height: "height",
  href: "href",
  hrefLang: "hreflang",
  htmlFor: "for",
  id: "id",
  lang: "lang",
  name: "name",
  popover: "popover",
  popoverTarget: "popovertarget",
  rel: "rel",
  role: "role",
  scope: "scope",
  src: "src",
  target: "target",
  title: "title",
  type: "type",
  value: "value",
  viewBox: "viewBox",
  width: "width",
};
const SWITCHES = new Set(["disabled", "hidden", "required", "selected"]);

function tag(name: string, props: Record<string, unknown>): string | undefined {
  if (!TAGS.has(name)) return undefined;
  const written = attributes(props);
  if (written === undefined) return undefined;
  if (EMPTY.has(name)) return `<${name}${written}>`;
  const inner = markup(props.children as ReactNode);
  return inner === undefined ? undefined : `<${name}${written}>${inner}</${name}>`;
}

function attributes(props: Record<string, unknown>): string | undefined {
  let written = "";
  for (const property in props) {
    const value = props[property];
    if (value === undefined || value === null || property === "children") continue;
    const one = attribute(property, value);
    if (one === undefined) return undefined;
    written += one;
  }
  return written;
}

function attribute(property: string, value: unknown): string | undefined {
  if (SWITCHES.has(property)) return typeof value === "boolean" ? (value ? ` ${property}=""` : "") : undefined;
  const named = property.startsWith("aria-") || property.startsWith("data-");
  const name = named ? property : ATTRIBUTES[property];
  if (name === undefined || (name === "href" && isScript(value))) return undefined;
  if (typeof value === "string") return ` ${name}="${escaped(value)}"`;
  return typeof value === "number" || (named && typeof value === "boolean") ? ` ${name}="${value}"` : undefined;
}

/**
 * React refuses such an address, so it gets to. Browsers ignore control characters and spaces in front and within. Almost
 * all of ours begin with a slash.
 */
const isScript = (value: unknown): boolean =>
  !(typeof value === "string" && value.startsWith("/")) &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what browsers ignore
  /^javascript:/i.test(String(value).replace(/[\u0000- ]/g, ""));

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

/** For text and for attributes in double quotes. */
export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "") : text;
}
