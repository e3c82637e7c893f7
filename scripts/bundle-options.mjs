// Plain JavaScript because `register.mjs` needs it before TypeScript can run.
const withoutExtension = ["next/dist/server/app-render/parse-and-validate-flight-router-state", "wawoff2/decompress"];

/** How our programs are compiled: our own files into one, and packages as Node finds them. */
export const bundleOptions = {
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  packages: "external",
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
