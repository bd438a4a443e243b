/**
 * The least that a server of Node can do: it reads a request and writes bytes that it has ready for it. Reads them as JSON from the file named
 * by ANSWERS: [method, path, body, content type, answer] each.
 * Run: node server.mjs <port>
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const answers = new Map();
for (const [method, path, body, type, answer] of JSON.parse(readFileSync(process.env.ANSWERS, 'utf8'))) {
  const bytes = Buffer.from(answer);
  const headers = { 'content-type': type, 'content-length': bytes.length };
  answers.set(`${method} ${path} ${body}`, { bytes, headers });
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', chunk => (body += chunk));
  request.on('end', () => {
    const answer = answers.get(`${request.method} ${request.url} ${body}`);
    if (!answer) response.writeHead(404).end();
    else response.writeHead(200, answer.headers).end(answer.bytes);
  });
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'));
