// Two users log in at one web program at the same time, each in a browser of their own: browser.js CHROMIUM URL
// Writes what each of them sees in the end, one line each. The steps interleave: the second login begins, and gets to
// its consent, before the first one goes on.
import { chromium } from 'playwright-core';

const [, , executablePath, url] = process.argv;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const users = [await open(), await open()];
  for (const page of users) await page.goto(url, { waitUntil: 'domcontentloaded' });
  for (const page of users) await logIn(page);
  for (const page of users) console.log(await consent(page));
} finally {
  await browser.close();
}

// A context has cookies of its own. The server's pages ask for a font that is not on this machine.
async function open() {
  const context = await browser.newContext();
  await context.route((address) => address.hostname !== '127.0.0.1', (route) => route.abort());
  return context.newPage();
}

async function logIn(page) {
  await page.fill('input[name=login]', 'someone');
  await page.fill('input[name=password]', 'anything');
  await page.click('button[type=submit]');
  await page.waitForSelector('input[name=prompt][value=consent]', { state: 'attached' });
}

async function consent(page) {
  await page.click('button[type=submit]');
  await page.waitForURL((address) => address.origin === new URL(url).origin, { waitUntil: 'domcontentloaded' });
  return page.innerText('body');
}
