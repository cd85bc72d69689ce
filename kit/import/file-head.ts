const HEAD_BYTES = 64 * 1024;

/** The stream with its first chunks joined, so that a reader sees the beginning of the file in one piece. */
export async function* withWholeHead(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const head: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    if (bytes >= HEAD_BYTES) {
      yield asBuffer(chunk);
      continue;
    }
    head.push(chunk);
    bytes += chunk.length;
    if (bytes >= HEAD_BYTES) yield Buffer.concat(head);
  }
  if (bytes > 0 && bytes < HEAD_BYTES) yield Buffer.concat(head);
}

function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
