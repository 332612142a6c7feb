// A road that winds through open country to the hills.

import { mix } from './kit/colour.mjs';
import { birds, grass, hills, poplar, sky, tree } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';
import { gable } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  const sun = rng.range(520, 760);
  sky(s, rng, { horizon: 400, sun: [sun, p.variant === 'day' ? 120 : 268], r: 58, clouds: 5 });
  hills(s, rng, { y: 350, amp: 110, colour: mix(p.far, p.sky[3], 0.2), sharp: true });
  hills(s, rng, { y: 385, amp: 50, colour: p.far });
  hills(s, rng, { y: 420, amp: 24, colour: p.mid, waves: 2.8 });
  s.rect(-5, 430, 1210, 380, mix(p.green, p.leaf, 0.5), { shade: [['dark', 'top', 0.3, 0.3]] });
  field(s, 'M-10 470L520 436L430 520L-10 610Z', p.yellow);
  field(s, 'M700 438L1210 452V520L760 478Z', mix(p.leaf, p.yellow, 0.4));
  field(s, 'M820 500L1210 536V650L930 560Z', mix(p.yellow, p.wood, 0.25));
  field(s, 'M-10 640L360 560L300 680L-10 790Z', mix(p.leaf, p.green, 0.3));
  gable(s, rng, { x: 900, y: 480, w: 58, h: 40, run: 60 });
  for (let i = 0; i < 5; i += 1) poplar(s, rng, 1000 + i * 26, 486, rng.range(64, 96), { colour: mix(p.green, p.mid, 0.2) });
  for (let i = 0; i < 6; i += 1) tree(s, rng, 70 + i * 56, 474 - i * 4, rng.range(46, 66), { colour: mix(p.green, p.mid, 0.3) });
  // The road as a ribbon: middle and half width at each height.
  const spine = [[600, 432, 3], [640, 446, 6], [700, 464, 10], [724, 486, 17], [680, 514, 27], [600, 550, 42], [570, 600, 66], [640, 672, 108], [760, 812, 190]];
  const edge = (k) => spine.map(([x, y, w]) => [x + w * k, y]);
  ribbon(s, edge(-1.18), edge(1.18), mix(p.ground, p.cream, 0.3));
  ribbon(s, edge(-1), edge(1), mix(p.stoneDark, p.near, 0.35), [['dark', 'bottom', 0.5, 0.8]]);
  for (const k of [-0.92, 0.92]) ribbon(s, edge(k - 0.025), edge(k + 0.025), p.white);
  for (let i = 0; i < 24; i += 1) {
    const t = (i / 24) ** 0.7 * (spine.length - 1);
    const at = (u) => {
      const j = Math.min(spine.length - 2, Math.floor(u));
      return spine[j].map((v, c) => v + (spine[j + 1][c] - v) * (u - j));
    };
    const [x, y, w] = at(t);
    const [x2, y2, w2] = at(Math.min(t + 0.13, spine.length - 1.001));
    s.poly([[x - w * 0.025, y], [x + w * 0.025, y], [x2 + w2 * 0.025, y2], [x2 - w2 * 0.025, y2]], p.white);
  }
  for (const [x, y, h] of [[470, 640, 40], [500, 588, 28], [570, 540, 19], [770, 500, 13], [808, 690, 54], [712, 610, 34]]) {
    s.rect(x, y - h, h * 0.17, h, p.white, { shade: [['dark', 'left', 0.5]] });
    s.rect(x, y - h * 0.85, h * 0.17, h * 0.2, p.ink);
  }
  car(s, 590, 566, 0.62, p);
  tree(s, rng, 1060, 690, 330, { lit: -1 });
  s.ellipse(1060, 692, 140, 12, p.ink, { opacity: 0.25 });
  grass(s, rng, { y: 770, to: 470, count: 80, h: 66, colour: p.near, spread: 40 });
  grass(s, rng, { y: 780, from: 980, count: 50, h: 66, colour: p.near, spread: 40 });
  birds(s, rng, 300, 160, 5, 14);
  return s;
}

function field(s, d, colour) {
  s.path(d, colour, { shade: [['dark', 'bottom', 0.3], ['cut', 'top', 0.3, 0.6]] });
}

function ribbon(s, left, right, colour, shade = []) {
  const dense = (list) => {
    const out = [];
    for (let i = 0; i < list.length - 1; i += 1) {
      const [a, b, c, d] = [list[Math.max(0, i - 1)], list[i], list[i + 1], list[Math.min(list.length - 1, i + 2)]];
      for (let k = 0; k < 8; k += 1) {
        const t = k / 8;
        out.push([0, 1].map((n) => 0.5 * (2 * b[n] + (c[n] - a[n]) * t + (2 * a[n] - 5 * b[n] + 4 * c[n] - d[n]) * t * t + (3 * b[n] - a[n] - 3 * c[n] + d[n]) * t ** 3)));
      }
    }
    out.push(list.at(-1));
    return out;
  };
  s.poly([...dense(left), ...dense(right).reverse()], colour, { shade });
}

function car(s, x, y, k, p) {
  s.move(`translate(${x} ${y}) scale(${k})`, () => {
    s.ellipse(0, 2, 50, 8, p.ink, { opacity: 0.35 });
    s.path('M-42 0V-26Q-40 -34 -32 -36L-24 -58Q0 -64 24 -58L32 -36Q40 -34 42 -26V0Z', p.red, { shade: [['dark', 'bottomleft', 0.7]] });
    s.path('M-24 -38L-18 -54Q0 -58 18 -54L24 -38Z', p.paneDark);
    s.rect(-40, -26, 14, 8, p.accent);
    s.rect(26, -26, 14, 8, p.accent);
    s.rect(-38, -4, 14, 10, p.ink);
    s.rect(24, -4, 14, 10, p.ink);
    if (p.dark) s.glow(0, -30, 120, 0.4);
  });
}
