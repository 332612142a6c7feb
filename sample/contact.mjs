// A contact sheet, to look at scenes side by side while working on them.
//
//   node sample/contact.mjs out.png [width of one] [scene,scene…] [variant,variant…]

import sharp from 'sharp';
import { draw, sceneNames } from './scenes/index.mjs';
import { VARIANTS } from './scenes/kit/palette.mjs';

sharp.concurrency(1);
const [out, each = '400', scenes = 'all', variants = VARIANTS.join(',')] = process.argv.slice(2);
const width = Number(each);
const height = Math.round((width * 2) / 3);
const names = scenes === 'all' ? sceneNames : scenes.split(',');
const wanted = names.flatMap((name) => variants.split(',').map((variant) => [name, variant]));
const columns = Math.min(wanted.length, Math.max(1, Math.round(1640 / width)));
const tiles = [];
for (const [i, [name, variant]] of wanted.entries()) {
  try {
    const { data, ...size } = await draw(name, variant, `/contact/${name}/`, 1280);
    const input = await sharp(data, { raw: { ...size, channels: 3 } }).resize(width, height).png().toBuffer();
    tiles.push({ input, left: (i % columns) * (width + 6), top: Math.floor(i / columns) * (height + 6) });
  } catch (error) {
    console.error(`${name} ${variant}: ${error.stack.split('\n').slice(0, 3).join(' | ')}`);
  }
}
const rows = Math.ceil(wanted.length / columns);
await sharp({ create: { width: columns * (width + 6), height: rows * (height + 6), channels: 3, background: '#fff' } })
  .composite(tiles).png().toFile(out);
