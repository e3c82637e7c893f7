// The layers: imports run downward only.
//   app, http, jobs > home > areas > platform (mail > operations > db) > policy, metrics > logging > kernel > config; components see DTOs only.
// Areas stand side by side over the platform. Whatever stands in lib/ and is not named here is an area, so a new one is
// bound by the rules without being listed.

const bare = ["platform/kernel", "platform/config"];
const ground = ["platform/logging", "platform/metrics", ...bare];
const data = ["platform/db", "policy", ...ground];
const platform = ["platform/operations", "platform/jobs", "platform/mail", "platform/rendering", ...data];
const tops = ["http", "jobs", "home", "features"];

/** What an area may use beside the platform, where it is more than nothing. */
const neighbours = { services: ["billing"], staff: ["accounts"] };
/** Of a noun's neighbours in its own area, what it may use beside the core. */
const beside = { billing: ["core", "gateways"] };

const source = "^(app|components|lib|prisma|scripts|tests|bench)/";
const anyOf = (places) => `^lib/(?:${places.join("|")})(?:/|\\.ts)`;
const area = `^lib/(?!(?:platform|policy|${tops.join("|")})(?:/|\\.ts$))([^/]+)/`;

/** A place in lib/ that may only see itself and the places named here. */
const layer = (place, below) => ({
  name: `layer-${place.replace("platform/", "")}`,
  comment: `lib/${place} stands on: ${below.join(", ") || "nothing"}.`,
  severity: "error",
  from: { path: `^lib/${place}/` },
  to: { path: source, pathNot: anyOf([place, ...below]) },
});

module.exports = {
  forbidden: [
    layer("platform/config", []),
    layer("platform/kernel", ["platform/config"]),
    layer("platform/logging", bare),
    layer("platform/metrics", ["platform/logging", ...bare]),
    {
      name: "layer-policy",
      comment: "The permission library is pure: it imports nothing but itself, no package and no part of Node either.",
      severity: "error",
      from: { path: "^lib/policy/" },
      to: { pathNot: "^lib/policy/" },
    },
    layer("platform/db", ["policy", ...ground]),
    layer("platform/jobs", data),
    layer("platform/operations", ["platform/jobs", ...data]),
    layer("platform/mail", ["platform/operations", "platform/jobs", ...data]),
    layer("platform/rendering", ["platform/operations", "platform/jobs", ...data]),
    {
      name: "areas-side-by-side",
      comment: "An area stands on the platform. What two areas share goes down to the platform.",
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
      comment: "A noun uses itself and the core of its area. What two nouns share goes down to the core.",
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
      comment: "The core of an area knows none of its nouns; billing's core asks the gateways.",
      severity: "error",
      from: { path: "^lib/([^/]+)/core/" },
      to: { path: "^lib/$1/", pathNot: ["^lib/$1/core/", "^lib/billing/gateways/"] },
    },
    {
      name: "layer-home",
      comment: "Dashboard and search are made of what the areas contribute; they know no page and no job.",
      severity: "error",
      from: { path: "^lib/home/" },
      to: { path: "^(app|components|prisma|scripts|tests|bench|lib/http|lib/jobs)/" },
    },
    {
      name: "layer-http",
      comment: "What leads from an operation to a page, form or route knows no page, no component and no job.",
      severity: "error",
      from: { path: "^lib/http/" },
      to: { path: "^(app|components|prisma|scripts|tests|bench|lib/jobs)/" },
    },
    {
      name: "layer-components",
      comment: "Components take DTOs: they see the policy, the kernel and a noun's schema, and fetch nothing.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^(app|lib|prisma|scripts|tests|bench)/",
        pathNot: ["^lib/(policy|platform/kernel)/", "^lib/[^/]+/[^/]+/schema\\.ts$"],
      },
    },
    {
      name: "layer-tops",
      comment: "The portal, its server and its worker do not lean on tests, scripts or sample data.",
      severity: "error",
      from: { path: "^(app|lib/jobs|lib/http)/" },
      to: { path: "^(prisma|scripts|tests|bench)/" },
    },
    {
      name: "private-client",
      comment: "The connection pool is private to lib/platform/db: everybody else gets a scoped transaction.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/platform/db/" },
      to: { path: "^lib/platform/db/client\\.ts$" },
    },
    {
      name: "private-generated-client",
      comment: "Prisma's generated code may lend its types to lib/, and nothing that runs.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/platform/db/" },
      to: { path: "^lib/platform/db/generated/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "generated-types-stay-in-lib",
      comment: "Pages and components know DTOs, not rows.",
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
