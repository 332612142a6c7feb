// A radio mast on a hill over a valley with its villages.

import { mix } from './kit/colour.mjs';
import { birds, grass, hills, pine, sky } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';
import { gable, house } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 520, sun: [260, p.variant === 'day' ? 130 : p.variant === 'night' ? 160 : 330], r: 62, clouds: 5 });
  hills(s, rng, { y: 430, amp: 120, colour: mix(p.far, p.sky[3], 0.25), sharp: true });
  hills(s, rng, { y: 480, amp: 60, colour: p.far });
  hills(s, rng, { y: 520, amp: 36, colour: p.mid, waves: 3 });
  s.rect(-5, 540, 1210, 270, mix(p.mid, p.green, 0.5), { shade: [['dark', 'bottom', 0.4]] });
  s.path('M-10 610C160 580 240 640 380 606S520 570 600 560L610 566C540 590 520 610 420 634S180 640 -10 668Z', mix(p.sky[3], p.cool, 0.25), { shade: [['cut', 'left', 0.4]] });
  for (let i = 0; i < 16; i += 1) {
    const x = 20 + (i % 8) * 62 + rng.range(-12, 12);
    const y = 590 + Math.floor(i / 8) * 80 + rng.range(-8, 8);
    if (i % 3 === 0) gable(s, rng, { x, y, w: 34, h: 26, run: 28, lit: 0.9 });
    else house(s, rng, { x, y, w: 46, h: 26, rows: 1, eaves: 4, door: false, lit: 0.9 });
  }
  const hill = (x) => 560 + ((x - 830) / 560) ** 2 * 330;
  const edge = [];
  for (let x = 260; x <= 1240; x += 28) edge.push(`${x} ${hill(x).toFixed(1)}`);
  s.path(`M${edge.join('L')}L1240 820H160Z`, mix(p.green, p.near, 0.45), { shade: [['dark', 'left', 0.5, 0.6], ['dark', 'bottom', 0.5]] });
  mast(s, 830, 566, 500);
  s.rect(880, 520, 90, 52, p.stone, { shade: [['dark', 'left', 0.6]] });
  s.poly([[870, 522], [884, 496], [966, 496], [980, 522]], p.brick);
  s.rect(900, 536, 18, 36, p.woodDark);
  s.rect(934, 534, 20, 16, p.variant === 'day' ? p.paneDark : p.gold);
  s.path('M905 572C900 620 760 640 800 690S980 740 960 812H1040C1050 730 880 700 870 672S960 620 924 572Z', mix(p.ground, p.cream, 0.2), { shade: [['dark', 'bottom', 0.5]] });
  for (const [x, h] of [[1040, 150], [1100, 190], [1160, 170], [560, 120], [610, 140]]) pine(s, rng, x, hill(x) + 14, h, { colour: mix(p.near, p.ink, 0.2) });
  for (const [x, h] of [[420, 190], [480, 160], [1190, 240]]) pine(s, rng, x, 806, h, { colour: mix(p.near, p.ink, 0.45) });
  grass(s, rng, { y: 800, from: 300, count: 80, h: 50, colour: mix(p.near, p.ink, 0.4), spread: 10 });
  birds(s, rng, 480, 190, 6, 14);
  return s;
}

function mast(s, x, y, h) {
  const p = s.palette;
  const [bare, painted] = [mix(p.ink, p.near, 0.3), p.red];
  for (const [dx, v] of [[-260, 0.92], [250, 0.92], [-190, 0.62], [190, 0.62]]) s.line([[x, y - h * v], [x + dx, y + (dx / 260) ** 2 * 46]], bare, 1.8);
  const half = (v) => 22 - 15 * v;
  const steps = 18;
  for (let i = 0; i < steps; i += 1) {
    const [a, b] = [i / steps, (i + 1) / steps];
    const colour = Math.floor(i / 3) % 2 ? mix(p.white, p.steel, 0.2) : painted;
    for (const k of [-1, 1]) s.line([[x + k * half(a), y - h * a], [x + k * half(b), y - h * b]], colour, 5);
    s.line([[x - half(a), y - h * a], [x + half(b), y - h * b]], colour, 2.6);
    s.line([[x + half(a), y - h * a], [x - half(b), y - h * b]], colour, 2.6);
    s.line([[x - half(b), y - h * b], [x + half(b), y - h * b]], colour, 2.6);
  }
  s.line([[x, y - h], [x, y - h - 46]], bare, 4);
  for (const v of [0.72, 0.84]) {
    for (const k of [-1, 1]) s.line([[x + k * 8, y - h * v], [x + k * 30, y - h * v], [x + k * 30, y - h * v - 34]], bare, 4);
  }
  for (const [v, k] of [[0.5, -1], [0.56, 1]]) s.ellipse(x + k * 22, y - h * v, 11, 17, p.white, { shade: [['dark', 'left', 0.7]] });
  if (p.variant !== 'day') {
    for (const v of [0.5, 1.09]) {
      s.circle(x, y - h * v, 6, mix(p.accent, p.paper, 0.2));
      s.circle(x, y - h * v, 20, p.accent, { opacity: 0.3 });
    }
  }
}
