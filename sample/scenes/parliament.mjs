// A parliament building with its dome across a wide square.

import { column, steps } from './kit/classical.mjs';
import { mix } from './kit/colour.mjs';
import { birds, crown, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { lampPost, windows } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 500, sun: [rng.pick([190, 1010]), p.variant === 'day' ? 120 : 210], r: 56, clouds: 4 });
  for (let x = -10; x < 1230; x += 70) crown(s, rng, x, 520 + rng.range(-16, 10), 60, 56, mix(p.green, p.mid, 0.3));
  const stone = mix(p.cream, p.stone, 0.4);
  const y = 560;
  // Wings
  for (const side of [-1, 1]) {
    const x = side < 0 ? 90 : 800;
    s.rect(x, y - 190, 310, 190, mix(stone, p.ink, 0.05), { shade: [['dark', 'left', 0.4], ['dark', 'bottom', 0.3]] });
    s.rect(x - 8, y - 200, 326, 16, mix(stone, p.paper, 0.3), { shade: [['dark', 'bottom', 0.5]] });
    for (let i = 0; i < 16; i += 1) s.rect(x + 4 + i * 19.6, y - 222, 8, 22, mix(stone, p.paper, 0.1));
    s.rect(x - 4, y - 226, 318, 8, mix(stone, p.paper, 0.25));
    windows(s, rng, { x: x + 8, y: y - 182, w: 294, h: 168, cols: 8, rows: 2, ratio: 0.42, tall: 0.66, lit: 0.7 });
    s.rect(x, y - 98, 310, 8, mix(stone, p.ink, 0.18));
    const end = side < 0 ? x - 30 : x + 270;
    s.rect(end, y - 236, 70, 236, stone, { shade: [['dark', 'left', 0.6]] });
    s.poly([[end - 8, y - 236], [end + 35, y - 292], [end + 78, y - 236]], p.local(mix(p.cool, p.paper, 0.2)), { shade: [['dark', 'left', 0.7]] });
    windows(s, rng, { x: end + 8, y: y - 226, w: 54, h: 206, cols: 2, rows: 3, lit: 0.7 });
  }
  // A little smaller than its drum would have it, so that the lantern stays on the sheet
  s.move(`translate(600 ${y - 236}) scale(0.84)`, () => dome(s, rng, 0, 0, stone));
  // The portico
  s.rect(390, y - 240, 420, 240, mix(stone, p.ink, 0.12), { shade: [['dark', 'top', 0.6]] });
  for (let i = 0; i < 5; i += 1) {
    const x = 446 + i * 77;
    s.rect(x - 16, y - 170, 32, 164, p.variant === 'day' ? p.woodDark : mix(p.gold, p.paper, 0.15), { shade: p.variant === 'day' ? [['dark', 'top', 0.5]] : [] });
    s.line([[x, y - 170], [x, y - 6]], mix(p.woodDark, p.ink, 0.3), 3);
    if (p.dark) s.glow(x, y - 80, 70, 0.6);
  }
  for (let i = 0; i < 6; i += 1) column(s, 408 + i * 77, y, 30, 196, mix(stone, p.paper, 0.25));
  s.rect(376, y - 238, 448, 36, mix(stone, p.paper, 0.2), { shade: [['dark', 'bottom', 0.5]] });
  s.poly([[366, y - 238], [600, y - 322], [834, y - 238]], mix(stone, p.paper, 0.25));
  s.poly([[430, y - 246], [600, y - 308], [770, y - 246]], mix(stone, p.ink, 0.2), { shade: [['dark', 'top', 0.6]] });
  s.circle(600, y - 268, 19, mix(stone, p.paper, 0.3), { shade: [['dark', 'left', 0.6]] });
  const low = steps(s, { x: 600, y, w: 450, count: 6, rise: 13, grow: 16, colour: stone });
  // Square
  const paving = mix(p.stone, p.ground, 0.5);
  s.poly([[-10, 560], [1210, 560], [1210, 812], [-10, 812]], paving);
  steps(s, { x: 600, y, w: 450, count: 6, rise: 13, grow: 16, colour: stone });
  for (let i = -12; i <= 12; i += 1) s.line([[600 + i * 58, low - 40], [600 + i * 170, 812]], mix(paving, p.ink, 0.14), 2);
  for (const dy of [low + 14, low + 48, low + 100]) s.line([[-10, dy], [1210, dy]], mix(paving, p.ink, 0.14), 2);
  steps(s, { x: 600, y, w: 450, count: 6, rise: 13, grow: 16, colour: stone });
  s.shade('M-10 660H1210V812H-10Z', 'dark', 'bottom', 0.5);
  for (const side of [-1, 1]) {
    s.path(side < 0 ? 'M-10 596H270L150 668H-10Z' : 'M1210 596H930L1050 668H1210Z', mix(p.green, p.leaf, 0.3), { shade: [['dark', 'bottom', 0.5]] });
    for (const dx of [330, 430, 520]) tree(s, rng, 600 + side * dx, 640, 170, { colour: mix(p.green, p.ink, 0.12), lit: -side });
    lampPost(s, 600 + side * 300, 690, 210);
  }
  for (const [x, fy, h] of [[520, 664, 66], [690, 672, 70], [420, 742, 116], [460, 746, 112], [800, 730, 108], [985, 772, 140]]) person(s, rng, { x, y: fy, h, walk: rng.chance(0.7), turn: rng.pick([-1, 1]), bag: rng.chance(0.4) ? p.woodDark : null });
  birds(s, rng, 330, 150, 6, 13);
  return s;
}

function dome(s, rng, x, y, stone) {
  const p = s.palette;
  const copper = p.local(mix(p.cool, p.paper, 0.25));
  s.rect(x - 128, y - 70, 256, 74, stone, { shade: [['dark', 'left', 0.6]] });
  s.rect(x - 104, y - 136, 208, 68, mix(stone, p.ink, 0.16), { shade: [['dark', 'left', 0.5]] });
  for (let i = 0; i < 9; i += 1) {
    const k = -1 + i * 0.25;
    s.rect(x + Math.sin(k * 1.45) * 100 - 5, y - 134, 10, 64, mix(stone, p.paper, 0.25));
  }
  for (let i = 0; i < 8; i += 1) {
    const k = -0.875 + i * 0.25;
    s.rect(x + Math.sin(k * 1.45) * 100 - 5, y - 122, 9 * Math.cos(k) + 2, 44, p.dark ? p.gold : p.paneDark);
  }
  s.rect(x - 116, y - 144, 232, 12, mix(stone, p.paper, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  s.path(`M${x - 108} ${y - 144}C${x - 104} ${y - 252} ${x - 40} ${y - 280} ${x} ${y - 280}S${x + 104} ${y - 252} ${x + 108} ${y - 144}Z`, copper, { shade: [['dark', 'left', 0.85, 0.65], ['cut', 'right', 0.5, 0.4]] });
  for (const k of [-0.66, -0.33, 0, 0.33, 0.66]) s.line([[x + k * 108, y - 146], [x + k * 82, y - 224], [x + k * 14, y - 279]], mix(copper, p.ink, 0.25), 3, { curve: true });
  s.rect(x - 20, y - 312, 40, 36, stone, { shade: [['dark', 'left', 0.6]] });
  s.path(`M${x - 24} ${y - 312}Q${x} ${y - 346} ${x + 24} ${y - 312}Z`, copper);
  s.line([[x, y - 330], [x, y - 372]], p.ink, 4);
}
