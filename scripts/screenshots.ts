import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "@playwright/test";
import sharp from "sharp";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { portalDatabase } from "@/tests/fixtures/browser/database";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { sessionCookie } from "@/tests/fixtures/browser/session-cookie";
import startBrowserPortal from "@/tests/fixtures/browser-portal";
import { findChromium } from "./find-chromium.mjs";
import { runCommand } from "./process/run-command";

interface Shot {
  readonly name: string;
  /** Who is signed in. */
  readonly email: string;
  readonly route: string;
  readonly width: 390 | 1280;
  readonly theme: "light" | "dark";
}

const shots: readonly Shot[] = [
  { name: "dashboard", email: "owner@northwind.example", route: "", width: 1280, theme: "light" },
  { name: "access", email: "owner@northwind.example", route: "/people/CONTACT/access", width: 1280, theme: "light" },
  { name: "people-dark", email: "owner@northwind.example", route: "/people", width: 1280, theme: "dark" },
  { name: "invoices-phone", email: "billing@northwind.example", route: "/invoices", width: 390, theme: "light" },
  {
    name: "ticket-phone-dark",
    email: "support@northwind.example",
    route: "/tickets/TICKET",
    width: 390,
    theme: "dark",
  },
];

const FOLDER = "docs/screenshots";

/** `npm run screenshots`: draws the pictures in README.md, from the sample data. */
await runCommand(async (shutdown) => {
  const stopPortal = await startBrowserPortal();
  shutdown.onEnd({ stop: stopPortal, stopNow: () => {} });
  const db = portalDatabase();
  const executablePath = findChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ["--no-sandbox"] });
  shutdown.onEnd({ stop: () => browser.close(), stopNow: () => {} });
  mkdirSync(FOLDER, { recursive: true });
  for (const shot of shots) await take(browser, db, shot);
  await db.$disconnect();
});

async function take(browser: Browser, db: OwnerDatabase, { name, email, route, width, theme }: Shot): Promise<void> {
  const context = await browser.newContext({
    baseURL: process.env.PORTAL_TEST_URL ?? "",
    viewport: { width, height: width === 390 ? 844 : 800 },
    deviceScaleFactor: 2,
    colorScheme: theme,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  await context.addCookies([await sessionCookie(db, email)]);
  const page = await context.newPage();
  await openPage(page, await pathOf(db, route));
  await page.waitForLoadState("networkidle");
  // Few colours: a picture is about 100 kB.
  const file = path.join(FOLDER, `${name}.png`);
  await sharp(await page.screenshot())
    .png({ palette: true, compressionLevel: 9 })
    .toFile(file);
  console.log(file);
  await context.close();
}

async function pathOf(db: OwnerDatabase, route: string): Promise<string> {
  const { id: accountId } = await db.account.findFirstOrThrow({ where: { name: "Northwind Robotics" } });
  const contact = await db.contact.findFirstOrThrow({ where: { accountId, name: "Tomás Herrera Villanueva" } });
  const ticket = await db.ticket.findFirstOrThrow({
    where: { accountId, messages: { some: { authorIsStaff: true } } },
  });
  return `/a/${accountId}${route}`.replace("CONTACT", contact.id).replace("TICKET", ticket.id);
}
