# The portal and its worker, one image: the command says which. Build: docker build -t portcullis .
# The same Node as the development dependency `node`.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /portal
# Without an engine to find, Prisma's install script would fetch one.
ENV NEXT_TELEMETRY_DISABLED=1 PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build
# What only builds and tests, and what the last build left for the next.
RUN npm prune --omit=dev && rm -rf .next/cache && mkdir /files

FROM ${NODE_IMAGE} AS portal
WORKDIR /portal
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
# Owned by root and written by nobody: the portal needs no writable folder but /tmp, and one for the files of customers.
ENV FILES_DIR=/files
COPY --from=build /portal/package.json /portal/tsconfig.json ./
COPY --from=build /portal/node_modules ./node_modules
COPY --from=build /portal/prisma/migrations ./prisma/migrations
COPY --from=build /portal/public ./public
COPY --from=build /portal/scripts ./scripts
COPY --from=build /portal/lib ./lib
COPY --from=build /portal/.next ./.next
COPY --from=build --chown=10001:10001 /files /files
USER 10001
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s --retries=3 CMD ["node", "scripts/probe.mjs", "http://127.0.0.1:3000/readyz"]
# No shell: signals reach Node itself.
ENTRYPOINT ["node", "--max-semi-space-size=16", "--import", "./scripts/register.mjs"]
CMD [".next/programs/server.mjs"]
