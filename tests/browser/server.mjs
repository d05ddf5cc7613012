// The poorest web host there is: files as they are, below a folder, no index, no redirection, no charset.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = {
  '.atom': 'application/atom+xml',
  '.css': 'text/css',
  '.html': 'text/html',
  '.ics': 'text/calendar',
  '.js': 'text/javascript',
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

/**
 * Serves the site's files below `prefix`; `{base, asked, close}`. What is not a file of the site is a 404;
 * `asked` grows with every address that is asked for.
 */
export async function serve(site, prefix) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const path = pathOf(request.url, prefix);
    if (!site.files.has(path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
    createReadStream(join(site.root, path)).pipe(response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, asked, close: () => stop(server) };
}

function pathOf(url, prefix) {
  const path = url.replace(/[?#].*/s, '');
  if (!path.startsWith(prefix)) return null;
  try {
    return decodeURIComponent(path.slice(prefix.length));
  } catch {
    return null;
  }
}

function stop(server) {
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
}
