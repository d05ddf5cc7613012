// Apache and nginx as hosts set them up, on a port of their own and without any right: each in a folder that goes away.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where distributions put Apache's modules. */
const MODULES = ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'].find((path) => existsSync(path));

/** What a host without any option has, and what most of them add. */
const BARE = ['mpm_event', 'authz_core', 'dir', 'mime', 'alias'];
const USUAL = [...BARE, 'headers', 'rewrite', 'filter', 'deflate', 'brotli', 'env', 'setenvif'];

/** The site below `prefix`; `{base, close}`. With `bare`, no module that the rules would like is there. */
export async function apache(folder, prefix, { bare = false, aliased = false } = {}) {
  const place = await scene(folder, aliased ? '/elsewhere/' : prefix);
  const modules = (bare ? BARE : USUAL).filter((name) => existsSync(`${MODULES}/mod_${name}.so`));
  const lines = [
    `ServerRoot ${place.root}`,
    `PidFile ${place.root}/pid`,
    `ErrorLog ${place.root}/errors`,
    'ServerName 127.0.0.1',
    `Listen 127.0.0.1:${place.port}`,
    ...modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
    `TypesConfig ${existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null'}`,
    // What Debian and others say of these ends.
    'AddType application/x-gzip .gz',
    'AddLanguage br .br',
    `DocumentRoot ${place.www}`,
    'DirectoryIndex index.html',
    `<Directory />\nOptions FollowSymLinks\nAllowOverride FileInfo\nRequire all granted\n</Directory>`,
  ];
  if (aliased) lines.push(`Alias ${prefix} ${place.www}/elsewhere/`);
  writeFileSync(join(place.root, 'conf'), `${lines.join('\n')}\n`);
  return started(place, prefix, spawn('apache2', ['-X', '-f', join(place.root, 'conf')], { stdio: 'ignore' }));
}

/** The site below `prefix`, with the settings that `jalon envoi` wrote. */
export async function nginx(folder, prefix, settings) {
  const place = await scene(folder, prefix);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${place.root}/${name};`);
  const text = `daemon off; master_process off; pid ${place.root}/pid; error_log ${place.root}/errors;
    events {}
    http {
      access_log off; ${temporary.join(' ')}
      server {
        listen 127.0.0.1:${place.port}; root ${place.www};
        location ${prefix} { set $jalon ${prefix}; include ${resolve(settings)}; }
      }
    }`;
  writeFileSync(join(place.root, 'conf'), text);
  return started(place, prefix, spawn('nginx', ['-c', join(place.root, 'conf'), '-e', `${place.root}/errors`], { stdio: 'ignore' }));
}

async function scene(folder, prefix) {
  const root = mkdtempSync(join(tmpdir(), 'jalon-host-'));
  const www = join(root, 'www');
  const above = join(www, prefix, '..');
  mkdirSync(above, { recursive: true });
  symlinkSync(resolve(folder), join(www, prefix.replace(/\/$/, '')));
  return { root, www, port: await freePort() };
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** A server that ends by itself has a message in its log; one that does not answer within ten seconds will not. */
async function started(place, prefix, child) {
  const origin = `http://127.0.0.1:${place.port}`;
  const close = async () => {
    const ended = new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done()));
    child.kill('SIGKILL');
    await ended;
    rmSync(place.root, { recursive: true, force: true });
  };
  let failure = null;
  child.on('error', (error) => (failure = error));
  for (let attempt = 0; attempt < 100 && child.exitCode === null && !failure; attempt++) {
    if (await fetch(origin).then(() => true, () => false)) return { origin, base: origin + prefix, close };
    await new Promise((later) => setTimeout(later, 100));
  }
  await close();
  throw failure ?? new Error(`a server did not start (${child.spawnfile})`);
}
