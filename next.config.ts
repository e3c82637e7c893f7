import { readFileSync } from "node:fs";
import type { NextConfig } from "next";
import { PHASE_PRODUCTION_SERVER } from "next/constants.js";

// Node itself loads this file where the portal starts: only types that can be left out.

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a suite of `npm run check`; the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "fontkit", "pdfkit", "pg", "pg-boss", "piscina", "wawoff2"],
  experimental: {
    serverActions: { bodySizeLimit: "1280kb" },
    // How much of a body Next buffers for the proxy: 10 MB per request by default. The largest read here is a file of 1 MB, in base64.
    proxyClientMaxBodySize: "1536kb",
    // A page's code is loaded with its first request. Loaded at the start, all of it would delay the first answer and take memory.
    preloadEntriesOnStart: false,
    // Writing it down takes a fifth of a build, and most builds are the only one of their checkout.
    turbopackFileSystemCacheForBuild: false,
  },
};

/** The server has the id of its build, which gets it from `scripts/portal/build-identity.ts`. */
function deploymentId(phase: string): string | undefined {
  if (phase !== PHASE_PRODUCTION_SERVER) return undefined;
  const built = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"));
  return built.config.deploymentId;
}

export default (phase: string): NextConfig => {
  const id = deploymentId(phase);
  return id === undefined ? config : { ...config, deploymentId: id };
};
