// The press. It takes the two plates of a sheet and makes the printed picture of them: edges as if cut by hand,
// shadows as grain, highlights as gouge marks. The grain is coarse enough to survive the codecs and rare enough not
// to cost them much: only gradients have it, flat colour stays flat.

import sharp from 'sharp';
import { rgb } from './colour.mjs';
import { makeRng } from './rng.mjs';

const TILE = 256;
let tiles;

/** Smoothed values in a tile that repeats, spread evenly over [0, 1) by rank. */
function noiseTile(rng, radius, highPass) {
  const size = TILE * TILE;
  let field = Float32Array.from({ length: size }, () => rng());
  const blurred = (source, r) => {
    let from = source;
    for (const step of [1, TILE]) {
      const to = new Float32Array(size);
      for (let i = 0; i < size; i += 1) {
        const [x, y] = [i % TILE, Math.floor(i / TILE)];
        let sum = 0;
        for (let k = -r; k <= r; k += 1) {
          sum += step === 1 ? from[y * TILE + ((x + k + TILE) % TILE)] : from[((y + k + TILE) % TILE) * TILE + x];
        }
        to[i] = sum / (2 * r + 1);
      }
      from = to;
    }
    return from;
  };
  for (let pass = 0; pass < 2; pass += 1) field = radius > 0 ? blurred(field, radius) : field;
  if (highPass > 0) {
    const low = blurred(blurred(field, highPass), highPass);
    field = field.map((v, i) => v - low[i]);
  }
  const order = Array.from(field.keys()).sort((a, b) => field[a] - field[b] || a - b);
  const ranked = new Float32Array(size);
  order.forEach((at, rank) => { ranked[at] = rank / size; });
  return ranked;
}

function getTiles() {
  if (!tiles) {
    const rng = makeRng(7);
    // Grain of about two pixels; the high pass keeps the dots apart, which looks like stipple and not like sand.
    tiles = { grain: noiseTile(rng, 1, 4), small: noiseTile(rng, 3, 0), large: noiseTile(rng, 14, 0), fleck: noiseTile(rng, 2, 0) };
  }
  return tiles;
}

const wrap = (x, y) => (y & (TILE - 1)) * TILE + (x & (TILE - 1));

/** Prints a sheet; returns raw RGB and its size. */
export async function print(sheet, rng, width) {
  const over = Math.round(width * 1.25);
  const height = Math.round((width * 2) / 3);
  const [colour, tone] = await Promise.all(['colour', 'tone'].map((plate) => (
    sharp(Buffer.from(sheet.svg(plate, over))).removeAlpha().raw().toBuffer({ resolveWithObject: true }))));
  const { grain, small, large, fleck } = getTiles();
  const shade = rgb(sheet.palette.shade).map((c) => c / 255);
  const lamp = rgb(sheet.palette.lamp);
  const paper = rgb(sheet.palette.paper);
  const out = Buffer.alloc(width * height * 3);
  const sw = colour.info.width;
  const sh = colour.info.height;
  const a = colour.data;
  const b = tone.data;
  const ox = rng.int(0, TILE - 1);
  const oy = rng.int(0, TILE - 1);
  const angle = rng.range(-0.5, 0.1);
  const [ca, sa] = [Math.cos(angle), Math.sin(angle)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = wrap(x + ox, y + oy);
      const j = wrap((x >> 1) + oy, (y >> 1) + ox);
      // The knife wavers: a slow drift and a small tremble.
      const dx = (large[i] - 0.5) * 2.2 + (small[j] - 0.5) * 1.1;
      const dy = (large[wrap(y + oy, x + ox)] - 0.5) * 2.2 + (small[wrap((y >> 1) + 90, (x >> 1) + 40)] - 0.5) * 1.1;
      const fx = Math.max(0, Math.min(sw - 1.01, (x + dx + 0.5) * (sw / width) - 0.5));
      const fy = Math.max(0, Math.min(sh - 1.01, (y + dy + 0.5) * (sh / height) - 0.5));
      const x0 = fx | 0;
      const y0 = fy | 0;
      const tx = fx - x0;
      const ty = fy - y0;
      const p = (y0 * sw + x0) * 3;
      const q = p + sw * 3;
      const w00 = (1 - tx) * (1 - ty);
      const w10 = tx * (1 - ty);
      const w01 = (1 - tx) * ty;
      const w11 = tx * ty;
      const dark = (b[p] * w00 + b[p + 3] * w10 + b[q] * w01 + b[q + 3] * w11) / 255;
      const glow = (b[p + 1] * w00 + b[p + 4] * w10 + b[q + 1] * w01 + b[q + 4] * w11) / 255;
      const cut = (b[p + 2] * w00 + b[p + 5] * w10 + b[q + 2] * w01 + b[q + 5] * w11) / 255;
      const g = grain[i];
      // Half of the tone is smooth, half is grain: the smooth half carries the form where codecs eat the grain.
      const kd = dark > 0.01 ? 0.52 * dark + 0.24 * step(dark - g) : 0;
      const kg = glow > 0.01 ? 0.6 * glow + 0.24 * step(glow - g) : 0;
      let kc = 0;
      if (cut > 0.01) {
        const v = (x * sa + y * ca + (large[i] - 0.5) * 16 + (small[j] - 0.5) * 3) / 11;
        const saw = Math.abs((v - Math.floor(v)) * 2 - 1);
        kc = 0.75 * step((cut * 0.95 - saw) * 1.4);
      }
      // Where ink did not take, on darker areas only.
      const light = a[p] + a[p + 1] + a[p + 2];
      const kf = light < 330 ? 0.09 * step((fleck[wrap(x + 31, y + 77)] - 0.955) * 6) : 0;
      const o = (y * width + x) * 3;
      for (let c = 0; c < 3; c += 1) {
        let v = a[p + c] * w00 + a[p + 3 + c] * w10 + a[q + c] * w01 + a[q + 3 + c] * w11;
        v *= 1 - kd * (1 - shade[c]);
        v += (lamp[c] - v) * kg;
        v += (paper[c] - v) * kc * 0.6;
        v += (paper[c] - v) * kf;
        out[o + c] = v + 0.5;
      }
    }
  }
  return { data: out, width, height };
}

/** A threshold with a soft edge, so that dots have round borders. It begins at nothing: where a tone fades out there is no seam. */
function step(v) {
  const t = v * 5;
  return t <= 0 ? 0 : t >= 1 ? 1 : t;
}
