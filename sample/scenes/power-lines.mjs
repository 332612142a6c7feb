// Pylons stride over the land; the wires lead the eye to the light.

import { mix } from './kit/colour.mjs';
import { birds, grass, hills, sky, tree } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';
import { gable } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 520, sun: [430, p.variant === 'day' ? 130 : 370], r: 66, clouds: 5 });
  hills(s, rng, { y: 480, amp: 70, colour: p.far });
  hills(s, rng, { y: 520, amp: 36, colour: p.mid, waves: 3 });
  for (let i = 0; i < 8; i += 1) tree(s, rng, 20 + i * 48, 558, rng.range(50, 76), { colour: mix(p.green, p.mid, 0.3) });
  for (const x of [60, 150, 250, 330]) gable(s, rng, { x, y: 572, w: 52, h: 38, run: 44, lit: 1 });
  hills(s, rng, { y: 590, amp: 26, colour: mix(p.green, p.near, 0.3), waves: 1.6 });
  for (let i = 0; i < 8; i += 1) s.line([[470 + i * 8, 588], [-200 + i * 240, 810]], mix(p.green, p.near, 0.65), 2 + i * 0.3);
  // From far to near: x, foot, height
  const pylons = [[468, 566, 60], [520, 574, 104], [602, 590, 182], [740, 622, 330], [1010, 720, 640]];
  const arms = (x, y, h) => [[0.62, 0.2], [0.76, 0.25], [0.9, 0.17]].flatMap(([at, out]) => [[x - out * h, y - at * h + h * 0.045], [x + out * h, y - at * h + h * 0.045]]);
  // Against a night sky steel is the lighter of the two: the moon is on it.
  const front = p.variant === 'night' ? mix(p.far, p.paper, 0.22) : mix(p.ink, p.near, 0.25);
  const colour = (i) => mix(front, p.far, 0.6 - i * 0.15);
  pylons.forEach(([x, y, h], i) => {
    const here = arms(x, y, h);
    const next = pylons[i + 1] ? arms(...pylons[i + 1]) : arms(1560, 980, 1300);
    if (i === 4) return;
    here.forEach((from, k) => wire(s, from, next[k], 0.1 + i * 0.02, mix(front, p.far, 0.4 - i * 0.1), 1.2 + i * 0.5));
  });
  arms(...pylons[4]).forEach((from, k) => wire(s, from, arms(1560, 980, 1300)[k], 0.16, front, 3));
  pylons.forEach(([x, y, h], i) => pylon(s, x, y, h, i === 4 ? front : colour(i), i));
  birds(s, rng, 640, 140, 7, 12);
  grass(s, rng, { y: 790, count: 130, h: 66, colour: mix(p.near, p.ink, 0.4), spread: 30 });
  return s;
}

function pylon(s, x, y, h, colour, depth) {
  const w = Math.max(1.4, h * 0.011);
  const at = (u, v) => [x + u * h, y - v * h];
  const half = (v) => (v < 0.55 ? 0.135 - 0.175 * v : 0.0388 - 0.045 * (v - 0.55));
  for (const k of [-1, 1]) s.line([at(k * half(0), 0), at(k * half(0.55), 0.55), at(k * half(1), 1)], colour, w);
  const steps = [0, 0.16, 0.29, 0.4, 0.48, 0.55, 0.62, 0.69, 0.76, 0.83, 0.9, 0.96];
  for (let i = 0; i < steps.length - 1; i += 1) {
    const [a, b] = [steps[i], steps[i + 1]];
    s.line([at(-half(a), a), at(half(b), b)], colour, w * 0.55);
    s.line([at(half(a), a), at(-half(b), b)], colour, w * 0.55);
    s.line([at(-half(b), b), at(half(b), b)], colour, w * 0.5);
  }
  for (const [v, out] of [[0.62, 0.2], [0.76, 0.25], [0.9, 0.17]]) {
    s.line([at(-out, v), at(out, v)], colour, w * 0.9);
    s.line([at(-out, v), at(0, v + 0.055), at(out, v)], colour, w * 0.7);
    if (depth > 1) for (const k of [-0.5, 0.5]) s.line([at(out * k, v), at(out * k, v + 0.028)], colour, w * 0.5);
    for (const k of [-1, 1]) s.line([at(k * out, v), at(k * out, v - 0.045)], depth > 2 ? s.palette.red : colour, w * 0.9);
  }
}

function wire(s, [ax, ay], [bx, by], sag, colour, width) {
  const drop = Math.hypot(bx - ax, by - ay) * sag;
  const points = [];
  for (let i = 0; i <= 12; i += 1) {
    // Near spans look longer: spread the samples towards the far end.
    const t = i / 12;
    points.push([ax + (bx - ax) * t, ay + (by - ay) * t + drop * 4 * t * (1 - t) * 0.5]);
  }
  s.line(points, colour, width, { curve: true });
}
