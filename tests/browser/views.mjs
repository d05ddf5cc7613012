// The ways a page is shown to a reader: width, zoom, spacing, colours, paper.
import { fault } from './report.mjs';

/** The width of an A4 sheet between margins of 15 mm, in CSS pixels. */
const PAPER_WIDTH = Math.round(((210 - 2 * 15) / 25.4) * 96);

/** The spacing that WCAG 1.4.12 lets a reader set, and letters twice as big by 1.4.4. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;
const BIG_LETTERS = 'html { font-size: 200% !important }';

const PLAIN = { width: 1280, height: 800, scale: 1, scheme: 'light', forced: 'none', media: 'screen', css: '' };

/** 320 px is what remains of 1280 for a reader who zooms to 400 %, 640 px at 200 %. */
export const VIEWS = [
  { name: '1280 light' },
  { name: '1280 dark', scheme: 'dark' },
  { name: '320 light', width: 320 },
  { name: '320 dark', width: 320, scheme: 'dark' },
  { name: 'zoom 200 %', width: 640, height: 400, scale: 2 },
  { name: 'letters 200 %', css: BIG_LETTERS },
  { name: '1280 spacing', css: SPACING },
  { name: '320 spacing', width: 320, css: SPACING },
  { name: 'forced colours', scheme: 'dark', forced: 'active' },
  { name: 'print', media: 'print', width: PAPER_WIDTH },
].map((view) => ({ ...PLAIN, ...view }));

/** The settings of a context that opens pages in a view, all but its style sheet. */
export function settingsOf({ width, height, scale, scheme, forced }) {
  return { viewport: { width, height }, deviceScaleFactor: scale, colorScheme: scheme, forcedColors: forced };
}

/** A function that changes the view of an open tab: a context can only set its scale once and for all. */
export async function shower(tab) {
  const session = await tab.context().newCDPSession(tab);
  return async ({ width, height, scale, scheme, forced, media, css }) => {
    const metrics = { width, height, deviceScaleFactor: scale, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', metrics);
    await tab.emulateMedia({ colorScheme: scheme, forcedColors: forced, media });
    await wear(tab, css);
  };
}

/** Puts on a style sheet, as a reader's browser does. */
export function wear(tab, css) {
  return tab.evaluate(adopt, css);
}

// Runs inside the page. The page's own content policy refuses new <style> elements, not this.
function adopt(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

/** Faults of several views, `[{view, faults}]`: the same one is said once, with the views that show it. */
export function byView(seen) {
  const merged = new Map();
  for (const { view, faults } of seen) {
    for (const { rule, excerpt } of faults) {
      const key = `${rule} ${excerpt}`;
      if (!merged.has(key)) merged.set(key, { rule, excerpt, names: new Set() });
      merged.get(key).names.add(view.name);
    }
  }
  return [...merged.values()].map(({ rule, excerpt, names }) => fault(rule, `[${[...names].join(', ')}] ${excerpt}`));
}
