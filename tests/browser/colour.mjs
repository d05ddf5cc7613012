// Colours as a browser tells them, and the contrast of two of them by WCAG.

/** `[red, green, blue, alpha]`, of 255 and 1, from `rgb(…)` or `rgba(…)`: what computed styles are made of. */
export function channels(text) {
  const parts = /^rgba?\(([^)]+)\)$/.exec(text)?.[1].split(/[\s,/]+/).map(Number);
  if (!parts || parts.some(Number.isNaN)) throw new Error(`not a computed colour: ${text}`);
  return [...parts, 1].slice(0, 4);
}

/** From 1, the same, to 21, black on white; a clear ink lets the ground through. */
export function contrast(ink, ground) {
  const below = channels(ground).slice(0, 3);
  const [red, green, blue, alpha] = channels(ink);
  const above = [red, green, blue].map((value, at) => value * alpha + below[at] * (1 - alpha));
  const [darker, lighter] = [luminance(above), luminance(below)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb) {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
