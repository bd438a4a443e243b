/**
 * Asks a server the requests of a list for some seconds, over so many connections that each wait for an answer before they ask again, and each
 * begin at another place of the list. Reads what to do as JSON from standard input, and writes what came of it as JSON.
 */
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';

const { url, seconds, connections, requests } = JSON.parse(await text(process.stdin));
let place = 0;
const result = await autocannon({
  url,
  connections,
  duration: seconds,
  setupClient(client) {
    const from = Math.floor((place * requests.length) / connections);
    place += 1;
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
  },
});

process.stdout.write(
  JSON.stringify({
    requests: result.requests.total,
    seconds: result.duration,
    failed: result.errors + result.timeouts + result.non2xx,
    bytes: result.throughput.total,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }),
);
