import type { Page, Response } from "@playwright/test";

/** Goes to a page and waits until its scripts have taken it over, so that what is typed meets them. */
export async function visit(page: Page, path: string): Promise<Response> {
  const response = await page.goto(path);
  if (response === null) throw new Error(`${path} is the page one is on.`);
  await hydrated(page);
  return response;
}

/** React has taken the page over: it keeps its own notes on the elements it knows. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll("body *")].some((element) =>
        Object.keys(element).some((key) => key.startsWith("__reactProps")),
      ),
    null,
    { timeout: 20_000 },
  );
}
