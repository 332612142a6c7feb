// A village well with a hand pump; people queue with cans and buckets.

import { mix } from './kit/colour.mjs';
import { crown, hills, ripple, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { gable, house } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 430, sun: [250, p.variant === 'day' ? 110 : 230], r: 60, clouds: 4 });
  hills(s, rng, { y: 380, amp: 100, colour: p.far });
  hills(s, rng, { y: 430, amp: 30, colour: p.mid, waves: 3 });
  gable(s, rng, { x: 30, y: 520, w: 150, h: 110, run: 120 });
  house(s, rng, { x: 340, y: 506, w: 180, h: 100, rows: 1 });
  gable(s, rng, { x: 1010, y: 524, w: 150, h: 116, run: 130, side: -1 });
  for (const [x, h] of [[310, 170], [580, 190], [700, 160], [1180, 240]]) tree(s, rng, x, 524, h, { colour: mix(p.green, p.mid, 0.1) });
  for (let x = 0; x < 1220; x += 80) crown(s, rng, x, 516, 44, 24, mix(p.green, p.mid, 0.15));
  const earth = mix(p.ground, p.cream, 0.25);
  s.rect(-5, 516, 1210, 300, mix(p.leaf, p.green, 0.4), { shade: [['dark', 'bottom', 0.4]] });
  s.path('M-10 812C100 640 300 560 620 556S1120 600 1210 700V812Z', earth, { shade: [['dark', 'bottom', 0.5]] });
  for (let i = 0; i < 50; i += 1) ripple(s, rng.range(150, 1150), rng.range(610, 795), rng.range(16, 44), 4, mix(earth, rng.pick([p.ink, p.paper]), 0.14));
  // The queue comes from the right, smaller with distance
  for (const [x, y, h, o] of [[1120, 610, 120, { coat: p.steel }], [1040, 622, 132, { coat: p.red, skirt: true }], [950, 638, 150, { coat: p.near, hat: p.ink }], [850, 662, 176, { coat: p.yellow, skirt: true }]]) {
    person(s, rng, { x, y, h, turn: -1, ...o });
    jerrycan(s, x - h * 0.26, y, h * 0.2, rng.pick([p.leaf, p.steel, p.red]));
  }
  well(s, rng, 330, 700);
  pump(s, 560, 716, p);
  person(s, rng, { x: 690, y: 726, h: 250, coat: p.brick, turn: -1, arm: 'out', legs: mix(p.ink, p.near, 0.4) });
  jerrycan(s, 780, 738, 46, p.near);
  return s;
}

function well(s, rng, x, y) {
  const p = s.palette;
  s.ellipse(x + 10, y + 50, 190, 22, p.ink, { opacity: 0.26 });
  for (const dx of [-120, 120]) s.poly([[x + dx - 11, y], [x + dx - 9, y - 310], [x + dx + 9, y - 310], [x + dx + 11, y]], p.woodDark, { shade: [['dark', 'left', 0.6]] });
  s.rect(x - 128, y - 220, 256, 22, p.wood, { shade: [['dark', 'bottom', 0.6]] });
  for (let i = 0; i < 9; i += 1) s.line([[x - 34 + i * 8, y - 222], [x - 30 + i * 8, y - 196]], mix(p.ground, p.wood, 0.4), 6);
  s.line([[x + 4, y - 200], [x + 4, y - 96]], mix(p.ground, p.wood, 0.5), 4);
  s.line([[x + 130, y - 208], [x + 158, y - 208], [x + 158, y - 168], [x + 180, y - 168]], p.ink, 7);
  s.path(`M${x - 28} ${y - 92}h64l-7 56h-50Z`, p.steel, { shade: [['dark', 'left', 0.7]] });
  s.path(`M${x - 26} ${y - 90}Q${x + 4} ${y - 134} ${x + 34} ${y - 90}`, 'none', { stroke: p.ink, width: 4 });
  // Rim and ring of stones
  s.ellipse(x, y - 40, 150, 36, p.stone);
  s.ellipse(x, y - 38, 114, 25, p.ink);
  s.path(`M${x - 36} ${y - 20}q36 14 80 0v-20h-74Z`, mix(p.steel, p.ink, 0.4));
  s.path(`M${x - 150} ${y - 40}V${y + 30}Q${x} ${y + 92} ${x + 150} ${y + 30}V${y - 40}Q${x} ${y + 30} ${x - 150} ${y - 40}Z`, p.stone, { shade: [['dark', 'left', 0.75, 0.7], ['dark', 'bottom', 0.4]] });
  for (let row = 0; row < 3; row += 1) {
    for (let i = 0; i < 9; i += 1) {
      const t = (i + (row % 2) * 0.5) / 9;
      const sx = x - 150 + t * 300;
      const bow = 35 * (1 - ((t - 0.5) * 2) ** 2) * 1.55;
      s.line([[sx, y - 38 + row * 24 + bow * 0.78], [sx, y - 20 + row * 24 + bow * 0.82]], mix(p.stone, p.ink, 0.4), 3);
    }
    s.path(`M${x - 150} ${y - 18 + row * 24}Q${x} ${y + 54 + row * 22} ${x + 150} ${y - 18 + row * 24}`, 'none', { stroke: mix(p.stone, p.ink, 0.35), width: 2.6 });
  }
  // Roof of shingles
  s.poly([[x - 176, y - 296], [x - 110, y - 396], [x + 110, y - 396], [x + 176, y - 296]], p.brick, { shade: [['dark', 'left', 0.6], ['cut', 'top', 0.3, 0.6]] });
  for (let r = 1; r < 5; r += 1) s.line([[x - 110 - r * 14, y - 396 + r * 21], [x + 110 + r * 14, y - 396 + r * 21]], mix(p.brick, p.ink, 0.3), 3);
  s.rect(x - 180, y - 300, 360, 10, p.woodDark);
}

function pump(s, x, y, p) {
  const iron = p.local(mix(p.cool, p.ink, 0.3));
  s.ellipse(x + 10, y + 14, 96, 14, p.ink, { opacity: 0.26 });
  s.ellipse(x, y + 8, 72, 18, p.stone, { shade: [['dark', 'bottom', 0.5]] });
  s.path(`M${x - 20} ${y + 6}L${x - 17} ${y - 150}H${x + 17}L${x + 20} ${y + 6}Z`, iron, { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.5, 0.4]] });
  for (const dy of [-4, -60, -146]) s.rect(x - 25, y + dy, 50, 10, mix(iron, p.paper, 0.15));
  s.path(`M${x - 24} ${y - 150}Q${x - 28} ${y - 206} ${x} ${y - 210}Q${x + 28} ${y - 206} ${x + 24} ${y - 150}Z`, iron, { shade: [['dark', 'left', 0.7]] });
  s.line([[x, y - 208], [x, y - 236]], p.ink, 7);
  s.line([[x - 34, y - 226], [x + 6, y - 230], [x + 70, y - 206], [x + 92, y - 190]], p.ink, 9, { curve: true });
  s.path(`M${x - 14} ${y - 128}Q${x - 64} ${y - 132} ${x - 66} ${y - 92}h18Q${x - 46} ${y - 108} ${x - 14} ${y - 104}Z`, iron, { shade: [['dark', 'bottom', 0.5]] });
  // Water into the bucket
  s.path(`M${x - 64} ${y - 92}h12l4 76h-20Z`, mix(p.white, p.sky[0], 0.3), { shade: [['cut', 'left', 0.5]] });
  s.path(`M${x - 92} ${y - 28}h70l-9 62h-52Z`, p.red, { shade: [['dark', 'left', 0.7]] });
  s.ellipse(x - 57, y - 28, 35, 8, mix(p.white, p.sky[0], 0.4));
}

function jerrycan(s, x, y, k, colour) {
  const p = s.palette;
  s.round(x - k * 0.5, y - k * 1.1, k, k * 1.1, k * 0.16, colour, { shade: [['dark', 'left', 0.6]] });
  s.rect(x - k * 0.3, y - k * 1.3, k * 0.5, k * 0.14, mix(colour, p.ink, 0.3));
  s.rect(x + k * 0.2, y - k * 1.28, k * 0.2, k * 0.2, p.ink);
}
