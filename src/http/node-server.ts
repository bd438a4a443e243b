import { createServer, type RequestListener, type Server } from 'node:http';

/** Milliseconds for a request to arrive whole, for its head alone, and between two looks at who is late. */
const ARRIVAL = { whole: 15_000, head: 10_000, check: 5_000 };

/** Milliseconds without a byte after which a connection is ended, and those that one is kept for the next request. */
const IDLE_MS = 60_000;
const KEPT_MS = 72_000;

/** Bytes of a request's head. */
const LARGEST_HEAD = 16_384;

/** Node's own server, which waits for nobody for ever. @param answerMs Milliseconds that an answer may take. */
export function createNodeServer(listener: RequestListener, answerMs: number): Server {
  const limits = {
    requestTimeout: ARRIVAL.whole,
    headersTimeout: ARRIVAL.head,
    connectionsCheckingInterval: ARRIVAL.check,
    keepAliveTimeout: KEPT_MS,
    maxHeaderSize: LARGEST_HEAD,
  };
  return createServer(limits, listener).setTimeout(Math.max(IDLE_MS, 2 * answerMs));
}
