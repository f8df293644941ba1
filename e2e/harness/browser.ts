import { type Browser, chromium, type Page } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/lib/chromium/chromium-headless-shell';

export interface Visitor {
  page: Page;
  /** What the page complained about. */
  errors: string[];
}

/** A browser whose every visitor has cookies of their own. */
export async function openBrowser() {
  const browser: Browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  return {
    async visit(url: string, viewport = { width: 1440, height: 900 }): Promise<Visitor> {
      const context = await browser.newContext({ locale: 'pt-BR', viewport });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(url);
      return { page, errors };
    },
    close: () => browser.close(),
  };
}
