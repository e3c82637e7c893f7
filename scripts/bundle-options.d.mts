import type { BuildOptions } from "esbuild";

/** How our programs are compiled: our own files into one, and packages as Node finds them. */
export const bundleOptions: BuildOptions & { metafile: true };
