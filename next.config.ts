import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@node-rs/argon2", "@react-pdf/renderer", "pg", "pg-boss"],
  experimental: { serverActions: { bodySizeLimit: "256kb" } },
};

export default config;
