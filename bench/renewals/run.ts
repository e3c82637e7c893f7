import { runJobs } from "@/lib/jobs/run-jobs";
import { businessNow } from "@/lib/platform/db/business-clock";
import { disconnect } from "@/lib/platform/db/disconnect";

/** The worker's part: one run of renewals and mail, sampling its memory once a second. */
const MEGABYTE = 1024 * 1024;
const measure = setInterval(() => process.send?.({ megabytes: process.memoryUsage().rss / MEGABYTE }), 1000);
const started = performance.now();
const { did, failures } = await runJobs(await businessNow(), ["renew", "announce"]);
clearInterval(measure);
process.send?.({ seconds: (performance.now() - started) / 1000, did, failures });
await disconnect();
process.disconnect?.();
