import type { Page } from 'playwright-core';
import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { startWebServer, type WebServer } from './web-server.js';

/** A site on another origin than the gateway's, whose one page is what it was last given. */
export interface HostSite extends WebServer {
  /** Puts a page there, and gives its address. The policy is the page's Content-Security-Policy. */
  put(body: string, policy?: string): string;
}

/** Starts a site that embeds. Its host is localhost, where the gateway's is 127.0.0.1. */
export async function startHostSite(): Promise<HostSite> {
  let page = '';
  let headers: Record<string, string> = {};
  const server = await startWebServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(page);
  });
  const url = `http://localhost:${server.port}`;
  return {
    ...server,
    url,
    put(body, policy) {
      headers = policy === undefined ? {} : { 'content-security-policy': policy };
      page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An embassy</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>An embassy</h1>${body}</main></body></html>`;
      return `${url}/`;
    },
  };
}

/** What axe-core finds wrong with a page, with its frames and shadow roots: rule and place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  for (const frame of page.frames()) await frame.evaluate(axe.source); // Past any policy of the page: nothing is put into it.
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}

/** Keeps a picture of a page, or of what is seen of it at first, among what a run of the tests leaves. */
export async function keepScreenshot(page: Page, name: string, fullPage = true): Promise<void> {
  await mkdir('artifacts/screenshots', { recursive: true });
  await page.screenshot({ path: `artifacts/screenshots/${name}.png`, fullPage });
}
