// The floors of the house: imports run downward only.
//   app, worker, server, render-thread > components > entrances > nouns > billing, contacts, identity > mail, gateways > access > db > policy > kernel
// Whatever stands in lib/ and is not named here is a noun, so a new noun is bound by the rules without being listed.

const grounds = ["kernel", "config"];
const shared = ["mail", "gateways", "identity", "contacts", "billing", "rendering"];
const middle = ["access", "db", "policy", ...grounds];
const named = ["access", "db", "policy", "entrances", "worker", "server", "render-thread", ...grounds, ...shared];
const noun = `^lib/(?!(?:${named.join("|")})/)([^/]+)/`;

const anyOf = (floors) => `^lib/(?:${floors.join("|")})/`;

/** A folder of lib/ that may only see itself and the floors named here. */
const floor = (name, below) => ({
  name: `floor-${name}`,
  comment: `lib/${name} stands on: ${below.join(", ") || "nothing"}.`,
  severity: "error",
  from: { path: `^lib/${name}/` },
  to: { path: "^(app|components|lib|prisma|scripts|tests|bench)/", pathNot: anyOf([name, ...below]) },
});

module.exports = {
  forbidden: [
    floor("config", []),
    floor("kernel", ["config"]),
    {
      name: "floor-policy",
      comment: "The permission library is pure: it imports nothing but itself, no package and no part of Node either.",
      severity: "error",
      from: { path: "^lib/policy/" },
      to: { pathNot: "^lib/policy/" },
    },
    floor("db", ["policy", ...grounds]),
    floor("access", ["db", "policy", ...grounds]),
    floor("mail", middle),
    floor("rendering", middle),
    floor("gateways", ["db", ...grounds]),
    floor("billing", ["mail", "gateways", ...middle]),
    floor("identity", ["mail", ...middle]),
    floor("contacts", ["mail", ...middle]),
    {
      name: "floor-nouns",
      comment: "A noun stands on the shared floors. What two nouns share goes down to one of those.",
      severity: "error",
      from: { path: noun },
      to: {
        path: "^(app|components|lib|prisma|scripts|tests|bench)/",
        pathNot: ["^lib/$1/", anyOf([...shared, ...middle])],
      },
    },
    {
      name: "floor-entrances",
      comment: "Entrances are derived from operations and know no page, no component and no job.",
      severity: "error",
      from: { path: "^lib/http/" },
      to: { path: "^(app|components|prisma|scripts|tests|bench|lib/jobs|lib/server)/" },
    },
    {
      name: "floor-components",
      comment: "Components take DTOs: they see the policy, the kernel and a noun's schema, and fetch nothing.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^(app|lib|prisma|scripts|tests|bench)/",
        pathNot: ["^lib/(policy|kernel)/", "^lib/[^/]+/schema\\.ts$"],
      },
    },
    {
      name: "floor-tops",
      comment: "The portal, its server and its worker do not lean on tests, scripts or sample data.",
      severity: "error",
      from: { path: "^(app|lib/jobs|lib/http/server|lib/render-thread)/" },
      to: { path: "^(prisma|scripts|tests|bench)/" },
    },
    {
      name: "private-client",
      comment: "The connection pool is private to lib/platform/db: everybody else goes through the door.",
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
