import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback that stands for the site of a source. */
export interface WebServer {
  /** Without a slash at the end. */
  url: string;
  port: number;
  /** What it was asked, in order. */
  requests: IncomingMessage[];
  close(): Promise<void>;
}

/** Starts a server that answers as it is told. */
export async function startWebServer(answer: RequestListener): Promise<WebServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  const port = await listening(server);

  return { url: `http://127.0.0.1:${port}`, port, requests, close: () => closed(server) };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise(resolve => server.close(() => resolve()));
}
