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
  const { offerRest } = await import("@/lib/http/offered-rest");
  const { offerUploads } = await import("@/lib/http/offered-uploads");
  // Every operation of the portal is part of it: loaded with the first request for it, like a page.
  offerRest(async () => (await import("@/lib/http/rest")).answerRest);
  offerUploads(async () => (await import("@/lib/http/uploads/answer-upload")).answerUpload);
  const { offerLive } = await import("@/lib/http/offered-live");
  offerLive(async () => (await import("@/lib/http/live")).liveStreams());
}
