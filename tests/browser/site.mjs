// Reads a built site once, so that no judge parses HTML by itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { factsOf } from './facts.mjs';

/**
 * `{root, files, folders, pages, feeds}`: paths are relative with `/`; `pages` maps a path to its facts, and so
 * does `feeds`, whose links are written as those of a page's head: one parser reads both.
 */
export function readSite(folder) {
  const root = resolve(folder);
  const files = filesUnder(root);
  const read = (extension) => {
    const found = files.filter((path) => path.endsWith(extension));
    return new Map(found.map((path) => [path, readPage(root, path)]));
  };
  return { root, files: new Set(files), folders: foldersOf(files), pages: read('.html'), feeds: read('.atom') };
}

/** Pages that send the reader elsewhere at once: kept for old addresses, linked by nobody. */
export function isRedirect(page) {
  return page.redirect !== null;
}

/** The one-file editions are downloads that hold a whole guide: they have a weight, not a page's limits. */
export function isDownload({ path }) {
  return /(^|\/)hors-ligne\/(?!index\.html$)/.test(path);
}

/** A guide is a folder with its own site map, at the root or one level down. */
export function guidesOf(site) {
  return [...site.pages.keys()]
    .filter((path) => /^([^/]+\/)?plan-du-site\.html$/.test(path))
    .map((path) => path.replace(/plan-du-site\.html$/, ''))
    .filter((guide, _, all) => guide !== '' || all.length === 1)
    .sort();
}

function filesUnder(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function foldersOf(files) {
  const folders = new Set(['.']);
  for (const file of files) {
    for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder)) {
      folders.add(folder);
    }
  }
  return folders;
}

function readPage(root, path) {
  const html = readFileSync(join(root, path), 'utf8');
  return { path, size: Buffer.byteLength(html), ...factsOf(html) };
}
