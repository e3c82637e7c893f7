// The layers: imports run downward only.
//   app, http, jobs > home > areas > platform (mail > operations > db) > policy, metrics > logging, keys > kernel > config, language; components see DTOs only.
// Areas sit side by side on the platform. Any folder in lib/ that is not named here is an area, so a new one is
// covered by the rules without being listed.

const bare = ["platform/kernel", "platform/config", "platform/language"];
const base = ["platform/logging", "platform/metrics", "platform/keys", ...bare];
const data = ["platform/db", "policy", ...base];
const platform = [
  "platform/operations",
  "platform/jobs",
  "platform/mail",
  "platform/rendering",
  "platform/files",
  "platform/brand",
  "platform/live",
  ...data,
];
const tops = ["http", "jobs", "home", "setup", "features"];

/** The other areas that an area may use, if any. */
const neighbours = { services: ["billing"], staff: ["accounts"] };
/** The folders that all nouns of an area may use. */
const beside = { billing: ["core", "gateways"], support: ["core", "tickets", "attachments"], workspace: ["core"] };

const source = "^(app|components|lib|prisma|scripts|tests|bench)/";
const anyOf = (places) => `^lib/(?:${places.join("|")})(?:/|\\.ts)`;
const area = `^lib/(?!(?:platform|policy|${tops.join("|")})(?:/|\\.ts$))([^/]+)/`;

/** A folder in lib/ that may only import itself and the given folders. */
const layer = (place, below) => ({
  name: `layer-${place.replace("platform/", "")}`,
  comment: `lib/${place} may only import: ${below.join(", ") || "nothing"}.`,
  severity: "error",
  from: { path: `^lib/${place}/` },
  to: { path: source, pathNot: anyOf([place, ...below]) },
});

module.exports = {
  forbidden: [
    layer("platform/config", []),
    layer("platform/language", []),
    layer("platform/kernel", ["platform/config", "platform/language"]),
    layer("platform/logging", bare),
    layer("platform/metrics", ["platform/logging", ...bare]),
    layer("platform/keys", bare),
    {
      name: "layer-policy",
      comment:
        "The permission library is pure: it imports nothing but itself and `t`, no package and no part of Node either.",
      severity: "error",
      from: { path: "^lib/policy/" },
      to: { pathNot: "^lib/(policy/|platform/language/(t|msg|fill)\\.ts$)" },
    },
    layer("platform/db", ["policy", ...base]),
    layer("platform/jobs", data),
    layer("platform/brand", data),
    layer("platform/operations", ["platform/jobs", "platform/brand", ...data]),
    layer("platform/live", ["platform/operations", "platform/jobs", "platform/brand", ...data]),
    layer("platform/mail", ["platform/operations", "platform/jobs", "platform/brand", ...data]),
    layer("platform/files", data),
    layer("platform/rendering", ["platform/operations", "platform/jobs", "platform/brand", ...data]),
    {
      name: "areas-side-by-side",
      comment: "An area sits on the platform. Code shared by two areas belongs in the platform.",
      severity: "error",
      from: { path: area, pathNot: Object.keys(neighbours).map((name) => `^lib/${name}/`) },
      to: { path: source, pathNot: ["^lib/$1/", anyOf(platform)] },
    },
    ...Object.entries(neighbours).map(([name, others]) => ({
      name: "areas-side-by-side",
      comment: `lib/${name} may use ${others.join(", ")} as well.`,
      severity: "error",
      from: { path: `^lib/${name}/` },
      to: { path: source, pathNot: anyOf([name, ...others, ...platform]) },
    })),
    {
      name: "nouns-side-by-side",
      comment: "A noun uses itself and the core of its area. Code shared by two nouns belongs in the core.",
      severity: "error",
      from: { path: `${area}([^/]+)/`, pathNot: [...Object.keys(beside).map((name) => `^lib/${name}/`), "/core/"] },
      to: { path: "^lib/$1/", pathNot: ["^lib/$1/$2/", "^lib/$1/core/"] },
    },
    ...Object.entries(beside).map(([name, others]) => ({
      name: "nouns-side-by-side",
      comment: `A noun of lib/${name} uses itself and ${others.join(", ")}.`,
      severity: "error",
      from: { path: `^lib/${name}/([^/]+)/`, pathNot: [`^lib/${name}/core/`] },
      to: { path: `^lib/${name}/`, pathNot: [`^lib/${name}/$1/`, anyOf(others.map((other) => `${name}/${other}`))] },
    })),
    {
      name: "core-below-nouns",
      comment: "The core of an area imports none of its nouns; billing's core calls the gateways.",
      severity: "error",
      from: { path: "^lib/([^/]+)/core/" },
      to: { path: "^lib/$1/", pathNot: ["^lib/$1/core/", "^lib/billing/gateways/"] },
    },
    {
      name: "layer-home",
      comment: "Dashboard and search are built from what the areas contribute; they import no page and no job.",
      severity: "error",
      from: { path: "^lib/home/" },
      to: { path: "^(app|components|prisma|scripts|tests|bench|lib/http|lib/jobs)/" },
    },
    {
      name: "layer-setup",
      comment: "The first run uses the areas; it knows no page and no job.",
      severity: "error",
      from: { path: "^lib/setup/" },
      to: { path: "^(app|components|prisma|scripts|tests|bench|lib/http|lib/jobs)/" },
    },
    {
      name: "layer-http",
      comment: "The code that turns operations into pages, forms and routes imports no page, component or job.",
      severity: "error",
      from: { path: "^lib/http/" },
      to: { path: "^(app|components|prisma|scripts|tests|bench|lib/jobs)/" },
    },
    {
      name: "layer-components",
      comment: "Components take DTOs: they import the policy, the kernel and a noun's schema, and fetch nothing.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^(app|lib|prisma|scripts|tests|bench)/",
        pathNot: [
          "^lib/(policy|platform/kernel)/",
          "^lib/platform/language/(t|msg|fill|rich|languages)\\.ts$",
          "^lib/[^/]+/[^/]+/schema\\.ts$",
          "^lib/[^/]+/[^/]+/[^/]+/schema\\.ts$",
        ],
      },
    },
    {
      name: "layer-tops",
      comment: "The portal, its server and its worker don't depend on tests, scripts or sample data.",
      severity: "error",
      from: { path: "^(app|lib/jobs|lib/http)/" },
      to: { path: "^(prisma|scripts|tests|bench)/" },
    },
    {
      name: "private-client",
      comment: "The connection pool is private to lib/platform/db: all other code gets a scoped transaction.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/platform/db/" },
      to: { path: "^lib/platform/db/client\\.ts$" },
    },
    {
      name: "private-generated-client",
      comment: "lib/ may import types from Prisma's generated code, but nothing that runs.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/platform/db/" },
      to: { path: "^lib/platform/db/generated/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "generated-types-stay-in-lib",
      comment: "Pages and components use DTOs, not rows.",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^lib/platform/db/generated/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^lib/platform/db/generated/"] },
    exclude: { path: ["^\\.next/", "\\.css$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".json"],
    },
  },
};
