// Sunflowers: three heads close by, rows behind them down to the horizon.

import { mix } from './kit/colour.mjs';
import { birds, hills, sky, tree } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';
import { gable } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 430, sun: [rng.range(180, 320), p.variant === 'day' ? 110 : 270], r: 62, clouds: 5 });
  hills(s, rng, { y: 410, amp: 60, colour: p.far });
  hills(s, rng, { y: 440, amp: 24, colour: p.mid, waves: 3 });
  gable(s, rng, { x: 470, y: 462, w: 56, h: 40, run: 56 });
  for (let i = 0; i < 5; i += 1) tree(s, rng, 590 + i * 40, 464, rng.range(50, 74), { colour: mix(p.green, p.mid, 0.25) });
  s.rect(-5, 456, 1210, 360, p.green, { shade: [['dark', 'bottom', 0.6]] });
  for (let row = 0; row < 9; row += 1) {
    const t = row / 8;
    const y = 464 + 190 * t ** 1.6;
    const r = 3.5 + 24 * t ** 1.5;
    for (let x = -20 + rng.range(0, r * 2); x < 1230; x += r * rng.range(2.3, 3.1)) {
      const hy = y + rng.range(-0.4, 0.4) * r;
      if (row > 4) leaf(s, x, hy + r * 2, r * 1.6, rng.range(0.2, 0.8), mix(p.green, p.near, 0.35));
      if (row > 4) leaf(s, x, hy + r * 2.4, r * 1.6, Math.PI - rng.range(0.2, 0.8), mix(p.green, p.near, 0.2));
      if (row < 4) {
        s.ellipse(x, hy, r, r * 0.8, p.yellow);
        s.ellipse(x, hy, r * 0.45, r * 0.36, p.woodDark);
      } else flower(s, rng, x, hy, r, 12, rng.range(-0.2, 0.2));
    }
    s.rect(-5, y + r * 1.1, 1210, 5 + 30 * t, mix(p.green, p.near, 0.3 + 0.3 * t), { shade: [['dark', 'top', 0.3]] });
  }
  for (const [x, y, r, lean] of [[170, 560, 84, -0.16], [1030, 520, 100, 0.14], [640, 400, 128, 0.06]]) {
    s.line([[x + 30 * lean * 5, 830], [x + 40 * lean, y + r * 1.8], [x, y + r * 0.4]], mix(p.green, p.leaf, 0.5), r * 0.17, { curve: true });
    s.line([[x + 30 * lean * 5 - r * 0.04, 830], [x + 40 * lean - r * 0.04, y + r * 1.8], [x, y + r * 0.4]], mix(p.green, p.ink, 0.25), r * 0.05, { curve: true });
    leaf(s, x + 30 * lean, y + r * 2.2, r * 1.7, 0.35, p.green);
    leaf(s, x + 30 * lean, y + r * 2.5, r * 1.8, Math.PI - 0.3, mix(p.green, p.leaf, 0.4));
    flower(s, rng, x, y, r, 21, lean);
  }
  birds(s, rng, 800, 150, 5, 15);
  return s;
}

function flower(s, rng, x, y, r, petals, turn) {
  const p = s.palette;
  for (const [k, colour] of [[1, mix(p.yellow, p.red, 0.28)], [0.9, p.yellow]]) {
    for (let i = 0; i < petals; i += 1) {
      const a = (i / petals) * Math.PI * 2 + (k < 1 ? Math.PI / petals : 0) + turn;
      const long = r * k * rng.range(0.93, 1.08);
      const [c, n] = [Math.cos(a), Math.sin(a)];
      const w = r * 0.15;
      const at = (u, v) => `${(x + u * c - v * n).toFixed(1)} ${(y + (u * n + v * c) * 0.94).toFixed(1)}`;
      s.path(`M${at(r * 0.36, -w * 0.5)}Q${at(long * 0.72, -w * 1.25)} ${at(long, 0)}Q${at(long * 0.72, w * 1.25)} ${at(r * 0.36, w * 0.5)}Z`, colour, r > 60 ? { shade: [['dark', n > 0 ? 'top' : 'bottom', 0.4, 0.7]] } : {});
    }
  }
  s.ellipse(x, y, r * 0.5, r * 0.47, p.woodDark, { shade: [['dark', 'bottomleft', 0.7]] });
  if (r > 30) {
    // Seeds in their spiral
    const count = r > 60 ? 90 : 30;
    for (let i = 2; i < count; i += 1) {
      const d = r * 0.47 * Math.sqrt(i / count);
      const a = i * 2.39996;
      s.circle(x + Math.cos(a) * d, y + Math.sin(a) * d * 0.94, r * 0.021, mix(p.wood, p.yellow, i / count * 0.8));
    }
  }
}

function leaf(s, x, y, long, angle, colour) {
  const p = s.palette;
  const [c, n] = [Math.cos(angle), Math.sin(angle)];
  const at = (u, v) => [x + (u * c - v * n) * long, y - (u * n + v * c) * long];
  s.blob([at(0, 0), at(0.3, 0.2), at(0.62, 0.17), at(1, -0.08), at(0.62, -0.2), at(0.28, -0.17)], colour, { shade: [['dark', c > 0 ? 'left' : 'right', 0.6, 0.8]] });
  if (long > 60) s.line([at(0, 0), at(0.9, -0.05)], mix(colour, p.yellow, 0.3), long * 0.02);
}
