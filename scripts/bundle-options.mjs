// Plain JavaScript because `register.mjs` needs it before TypeScript can run.
import { readFileSync } from "node:fs";

const withoutExtension = ["next/dist/server/app-render/parse-and-validate-flight-router-state", "wawoff2/decompress"];

/** Packages of many small files, which a program would look for one by one at every start. None of them reads files of its own. */
const compiledIn = ["@simplewebauthn/server", "culori", "stripe", "zod"];
const packages = JSON.parse(readFileSync("package.json", "utf8"));
const external = Object.keys({ ...packages.dependencies, ...packages.devDependencies }).filter(
  (name) => !compiledIn.includes(name),
);

/** How our programs are compiled: our own files into one, and most packages as Node finds them. */
export const bundleOptions = {
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  external,
  alias: {
    // It throws outside Next's bundler, but these programs are server code too.
    "server-only": "./node_modules/server-only/empty.js",
    // Files of packages that the sources name without their extension, which Node wants.
    ...Object.fromEntries(withoutExtension.map((file) => [file, `${file}.js`])),
  },
  platform: "node",
  format: "esm",
  target: "node20",
  metafile: true,
  logLevel: "warning",
};
