// Wind turbines on rolling hills, with sheep in front.

import { mix } from './kit/colour.mjs';
import { grass, hills, sky, tree } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 500, sun: [rng.range(240, 340), p.variant === 'day' ? 120 : 300], r: 60, clouds: 5 });
  hills(s, rng, { y: 430, amp: 80, colour: p.far });
  for (const [x, h] of [[140, 130], [230, 150], [1080, 140], [1150, 120]]) turbine(s, rng, x, 440, h, mix(p.white, p.far, 0.35));
  const mid = hills(s, rng, { y: 500, amp: 54, colour: p.mid, waves: 1.8 });
  for (const [x, h] of [[360, 280], [560, 240], [980, 270]]) turbine(s, rng, x, mid(x) + 8, h, mix(p.white, p.mid, 0.15));
  for (let i = 0; i < 9; i += 1) tree(s, rng, 40 + i * 26 + rng.range(-8, 8), mid(60 + i * 26) + 26, rng.range(44, 66), { colour: mix(p.green, p.mid, 0.3) });
  const near = hills(s, rng, { y: 600, amp: 44, colour: mix(p.leaf, p.green, 0.4), waves: 1.3 });
  turbine(s, rng, 760, near(760) + 12, 560, p.white);
  // Strips of the meadow that follow the ground
  for (let i = 0; i < 5; i += 1) {
    const points = [];
    for (let x = -20; x <= 1220; x += 60) points.push([x, near(x) + 34 + i * 34 + Math.sin(x / 130 + i) * 5]);
    s.line(points, mix(mix(p.leaf, p.green, 0.4), i % 2 ? p.yellow : p.ink, 0.16), 5 + i * 2, { curve: true });
  }
  const front = hills(s, rng, { y: 720, amp: 20, colour: mix(p.green, p.near, 0.4), waves: 1.5 });
  for (const [x, k, f] of [[190, 1, 1], [300, 0.85, -1], [430, 0.95, 1], [980, 0.8, -1]]) sheep(s, x, near(x) + 90 - k * 6, k, f);
  grass(s, rng, { y: front, count: 130, h: 56, colour: mix(p.near, p.ink, 0.25), spread: 60 });
  return s;
}

function turbine(s, rng, x, y, h, colour) {
  const p = s.palette;
  const w = h * 0.022;
  const [hx, hy] = [x, y - h * 0.66];
  s.poly([[x - w, y], [x - w * 0.5, hy], [x + w * 0.5, hy], [x + w, y]], colour, { shade: [['dark', 'left', 0.7, 0.7], ['dark', 'bottom', 0.35, 0.4]] });
  const turn = rng.range(0, 2.1);
  for (let i = 0; i < 3; i += 1) {
    const a = turn + (i * Math.PI * 2) / 3;
    const [c, n] = [Math.cos(a), Math.sin(a)];
    const at = (u, v) => [hx + (u * c - v * n) * h, hy + (u * n + v * c) * h];
    s.blob([at(0.01, -0.008), at(0.05, -0.018), at(0.1, -0.022), at(0.24, -0.008), at(0.37, 0), at(0.24, 0.008), at(0.08, 0.01), at(0.01, 0.008)], colour, { shade: [['dark', n > 0 ? 'left' : 'bottom', 0.45, 0.7]] });
  }
  s.circle(hx, hy, h * 0.018, mix(colour, p.ink, 0.22));
  if (p.variant === 'night') {
    s.circle(hx, hy - h * 0.02, Math.max(2, h * 0.008), p.accent);
  }
}

function sheep(s, x, y, k, facing) {
  const p = s.palette;
  s.move(`translate(${x} ${y.toFixed(1)}) scale(${k * facing} ${k})`, () => {
    s.ellipse(0, 2, 44, 6, p.ink, { opacity: 0.25 });
    for (const dx of [-22, -12, 12, 20]) s.rect(dx, -18, 6, 20, p.ink);
    s.blob([[-36, -24], [-34, -42], [-20, -52], [-4, -50], [10, -54], [26, -46], [34, -32], [28, -16], [8, -14], [-10, -12], [-28, -14]], p.white, { shade: [['dark', 'bottom', 0.6, 0.7]] });
    s.blob([[28, -44], [40, -52], [52, -44], [54, -32], [46, -28], [34, -34]], p.ink);
    s.line([[36, -48], [28, -52]], p.ink, 5);
  });
}
