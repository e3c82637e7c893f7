import type { NextConfig } from "next";

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
    // Writing it down takes a fifth of a build, and most builds are the only one of their checkout.
    turbopackFileSystemCacheForBuild: false,
  },
};

export default config;
