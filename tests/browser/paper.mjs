// A printed page keeps what the screen said: a sheet is often the only copy that goes home.
import { fault } from './report.mjs';
import { lastingText } from './text.mjs';

/** `onScreen` is the lasting text of the same page before it went to paper, as it is now. */
export async function paperFaults(tab, onScreen) {
  const kept = new Set(await lastingText(tab));
  const lost = onScreen.filter((piece) => !kept.has(piece));
  const faults = lost.map((piece) => fault('lost-on-paper', piece));
  const titled = await tab.evaluate(() => document.querySelector('h1')?.checkVisibility() ?? false);
  return titled ? faults : [...faults, fault('no-title-on-paper', 'no <h1> is printed')];
}
