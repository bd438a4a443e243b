import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

const REASONS: Record<string, [status: number, detail: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'The address and headers of a request may have 16 kB together.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};

/** Answers what is not HTTP, or came too slowly or with too large a head, with problem details (RFC 9457), and hangs up. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, detail] = REASONS[error.code ?? ''] ?? [400, 'This is not a request that HTTP knows.'];
  const title = STATUS_CODES[status] ?? '';
  const problem = JSON.stringify({ type: 'about:blank', title, status, detail });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(problem)}\r\nconnection: close\r\n\r\n${problem}`,
  );
}
