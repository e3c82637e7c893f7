import { readdirSync } from "node:fs";
import path from "node:path";

const app = path.resolve("app");

/** Every page there is, as the file system knows it: `/a/[accountId]/invoices`, route groups left out. */
export function pageRoutes(): string[] {
  return readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === "page.tsx")
    .map((entry) => path.relative(app, entry.parentPath).split(path.sep).filter(isSegment).join("/"))
    .map((route) => `/${route}`)
    .sort();
}

const isSegment = (part: string) => part !== "" && !/^\(.*\)$/.test(part);
