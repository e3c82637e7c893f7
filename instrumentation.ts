/**
 * Runs when Next starts. The server around Next answers the API itself, with the module that Next has bundled: a
 * request for JSON needs nothing of Next's router and renderer, which cost more than the answer.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  if (process.env.NODE_ENV !== "production") {
    const { speakInDevelopment } = await import("@/lib/http/server/speak-in-development");
    return speakInDevelopment();
  }
  // Not waited for: until then Next's own route handler answers.
  void Promise.all([import("@/lib/http/rest"), import("@/lib/http/offered-rest")]).then(([{ rest }, { offerRest }]) =>
    offerRest(rest),
  );
}
