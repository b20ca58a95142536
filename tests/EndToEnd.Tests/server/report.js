// Looks at a report of pkce as people do: report.js CHROMIUM FILE [PICTURE]
// Writes as JSON what is wrong with it: what axe-core finds in light and dark, what the page's policy refuses and what it would have
// loaded; and what its table shows before and after sorting and filtering.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [, , executablePath, file, picture] = process.argv;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const seen = { violations: [], errors: [], requests: [], dialogs: 0, tables: [] };
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 1000 } });
    page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
    page.on('pageerror', (error) => seen.errors.push(error.message));
    page.on('request', (request) => request.url() !== `file://${file}` && seen.requests.push(request.url()));
    page.on('dialog', (dialog) => (seen.dialogs++, dialog.dismiss()));
    await page.goto(`file://${file}`);
    if (picture) await page.screenshot({ path: picture.replace('.png', `.${colorScheme}.png`), fullPage: true });
    // Playwright evaluates in a world of its own, which the page's policy does not hold for.
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    const found = await page.evaluate(`${axe}; axe.run()`);
    seen.violations.push(...found.violations.map((one) => `${colorScheme}: ${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' ')}`));
    if (colorScheme === 'light') await use(page, seen);
    await page.close();
  }
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

// By the keyboard alone.
async function use(page, seen) {
  const rows = () => page.$$eval('#requests tbody tr:not([hidden])', (all) => all.map((row) => row.cells[1].textContent));
  seen.tables.push(await rows());
  await page.focus('#requests th:nth-child(2) button');
  await page.keyboard.press('Enter');
  seen.tables.push(await rows());
  await page.keyboard.press('Enter');
  seen.tables.push(await rows());
  await page.focus('#filter');
  await page.keyboard.type('token redeem');
  seen.tables.push(await rows());
  seen.status = await page.textContent('#shown');
}
