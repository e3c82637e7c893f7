import type { NextConfig } from "next";

// Read by the build only: the server takes what the build has made of it (lib/http/server/main.ts).

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Nothing here uses Next's optimizer of images. It would fetch any of our addresses for anyone, past the limits on opening pages.
  images: { unoptimized: true },
  // Types are a suite of `npm run check`; the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@tus/server",
    "flydrive",
    "fontkit",
    "pdfkit",
    "pg",
    "pg-boss",
    "piscina",
    "wawoff2",
  ],
  experimental: {
    serverActions: { bodySizeLimit: "1280kb" },
    // How much of a body Next buffers for the proxy: 10 MB per request by default. The largest read here is a file of 1 MB, in base64.
    proxyClientMaxBodySize: "1536kb",
    // A page's code is loaded with its first request. Loaded at the start, all of it would delay the first answer and take memory.
    preloadEntriesOnStart: false,
    // Writing it down takes a fifth of a build, and most builds are the only one of their checkout.
    turbopackFileSystemCacheForBuild: false,
    // A build's maps are 142 MB that nothing reads: Node would keep them all in memory if it were told to use them.
    turbopackSourceMaps: process.env.NODE_ENV !== "production",
  },
};

export default config;
