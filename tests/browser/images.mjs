// An image that cannot be shown leaves a hole where a reader expects help.
import { fault } from './report.mjs';

export async function imageFaults(tab) {
  const missing = await tab.evaluate(imagesNotShown);
  return missing.map((html) => fault('image-not-shown', html));
}

// Runs inside the page. Images that wait until they are in sight are asked for now.
async function imagesNotShown() {
  const shown = [...document.images].map(async (image) => {
    image.loading = 'eager';
    return image.decode().then(
      () => null,
      () => image.outerHTML,
    );
  });
  return (await Promise.all(shown)).filter((html) => html !== null);
}
