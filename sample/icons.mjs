// The site's mark: a serif C in a ruled square. Drawn as paths, so that no font is needed.

import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const INK = '#15202b';
const PAPER = '#fbf7ee';
const RED = '#b3261e';

// A C after the old-style capitals: thick on the left, thin above and below, a beak and a spur on the right.
// In a square of 100, optically centred.
const LETTER = 'M72 24.5V42H69.6C67.2 33.4 61.8 28.2 54 28.2C43 28.2 38.2 37 38.2 50C38.2 63.4 43.4 71.8 54.4 71.8C61.6 71.8 67 68.2 70.8 60.6L73.4 61.8C69.6 71.2 62.2 76 52.4 76C37.4 76 27 65.6 27 50.2C27 34.6 37.6 24 52.2 24C57.4 24 61.4 25.2 64.4 26.6C66.2 27.4 67.6 27.2 68.4 26.2L69.6 24.5Z';

/** `full` leaves out the frame and keeps the letter within the circle that launchers cut maskable icons to. */
function mark({ full = false } = {}) {
  const frame = full ? '' : `<rect x="5" y="5" width="90" height="90" fill="none" stroke="${INK}" stroke-width="5"/><rect x="11" y="11" width="78" height="78" fill="none" stroke="${INK}" stroke-width="1.4"/>`;
  const rule = full ? `<rect x="34" y="80" width="32" height="2.4" fill="${RED}"/>` : `<rect x="27" y="80.6" width="46.4" height="2.6" fill="${RED}"/>`;
  const letter = full ? `<g transform="translate(50 50) scale(.86) translate(-50 -52)">` : '<g transform="translate(0 -2.4)">';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="${PAPER}"/>${frame}${rule}${letter}<path d="${LETTER}" fill="${INK}"/></g></svg>`;
}

export async function drawIcons(folder, { force = false } = {}) {
  const outputs = [
    ['icon-192.png', mark(), 192],
    ['icon-512.png', mark(), 512],
    ['icon-maskable-512.png', mark({ full: true }), 512],
    ['apple-touch-icon.png', mark(), 180],
  ];
  const script = (await stat(fileURLToPath(import.meta.url))).mtimeMs;
  const times = await Promise.all(['favicon.svg', ...outputs.map(([name]) => name)]
    .map((name) => stat(join(folder, name)).then((s) => s.mtimeMs, () => 0)));
  if (!force && times.every((time) => time > script)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'favicon.svg'), `${mark()}\n`);
  for (const [name, svg, size] of outputs) {
    const large = Buffer.from(svg.replace('<svg ', `<svg width="${size}" height="${size}" `));
    await sharp(large).png({ compressionLevel: 9, palette: true, colours: 64, effort: 10 }).toFile(join(folder, name));
  }
}
