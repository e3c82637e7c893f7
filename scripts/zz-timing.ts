import { signIn } from "@/lib/identity/sign-in";
import { guessLimits } from "@/lib/identity/guess-limits";
const big = (l: { name: string }) => ({ name: "t-" + l.name, points: 1e6, seconds: 60 });
const limits = { pair: big(guessLimits.pair), network: big(guessLimits.network), address: big(guessLimits.address), wait: guessLimits.wait };
const t = { known: [] as number[], unknown: [] as number[] };
for (let i = 0; i < 140; i++) for (const k of (i % 2 ? ["known", "unknown"] : ["unknown", "known"]) as ("known" | "unknown")[]) {
  const email = k === "known" ? "custom@northwind.example" : "stranger@northwind.example";
  const s = performance.now();
  await signIn({ email, password: "guess" }, { ip: "192.0.2.99", userAgent: "" }, limits).catch(() => 0);
  if (i > 10) t[k].push(performance.now() - s);
}
for (const k of ["known", "unknown"] as const) { const a = t[k].sort((x, y) => x - y); console.log(k, "p25", a[32].toFixed(1), "median", a[65].toFixed(1), "p75", a[97].toFixed(1)); }
process.exit(0);
