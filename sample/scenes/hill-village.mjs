// A village that climbs its hill, and the path that leads up to it.

import { mix } from './kit/colour.mjs';
import { birds, crown, grass, hills, poplar, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet, smooth } from './kit/sheet.mjs';
import { gable, house } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 430, sun: [rng.range(150, 300), p.variant === 'day' ? 120 : 220], clouds: 4 });
  hills(s, rng, { y: 380, amp: 120, colour: p.far, sharp: false });
  hills(s, rng, { y: 440, amp: 60, colour: p.mid, waves: 2.6 });
  const top = (x) => 640 - 430 * Math.exp(-(((x - 760) / 330) ** 2));
  const line = [];
  for (let x = -40; x <= 1240; x += 40) line.push([x, top(x)]);
  const hill = mix(p.green, p.mid, 0.2);
  s.path(`${smooth(line)}L1240 820L-40 820Z`, hill, { shade: [['dark', 'left', 0.4, 0.6], ['dark', 'bottom', 0.4, 0.5]] });
  // Houses from the top down, so that lower ones stand in front.
  s.rect(744, top(760) - 96, 34, 110, p.stone, { shade: [['dark', 'left', 0.7]] });
  s.poly([[738, top(760) - 94], [761, top(760) - 142], [784, top(760) - 94]], p.brick, { shade: [['dark', 'left', 0.5]] });
  s.rect(755, top(760) - 78, 12, 24, p.paneDark);
  for (let row = 0; row < 6; row += 1) {
    const spread = 60 + row * 56;
    const count = 2 + row;
    for (let i = 0; i < count; i += 1) {
      const x = 760 - spread + ((i + 0.5) / count) * spread * 2 + rng.range(-12, 12) - 26;
      const y = Math.max(top(x + 26) + 16, 262 + row * 54 + rng.range(-6, 8));
      const w = rng.range(44, 58) + row * 5;
      if (rng.chance(0.55)) gable(s, rng, { x, y, w: w * 0.8, h: w * 0.75, run: w * 0.6, side: rng.pick([-1, 1]) });
      else house(s, rng, { x, y, w: w * 1.15, h: w * 0.8, rows: 2, eaves: 5 });
      if (rng.chance(0.6)) crown(s, rng, x + w * 1.25, y - 10, w * 0.32, w * 0.36, mix(p.green, p.ink, 0.12));
      if (rng.chance(0.25)) poplar(s, rng, x - 14, y + 4, w * 1.6, { colour: mix(p.green, p.ink, 0.25) });
    }
  }
  // Terraces and the path
  for (const [y, x0, x1] of [[600, 60, 420], [640, -20, 500], [596, 1010, 1210], [640, 960, 1210]]) {
    s.path(`M${x0} ${y}Q${(x0 + x1) / 2} ${y - 26} ${x1} ${y - 4}L${x1} ${y + 8}Q${(x0 + x1) / 2} ${y - 14} ${x0} ${y + 12}Z`, mix(p.stone, hill, 0.35), { shade: [['dark', 'bottom', 0.5]] });
  }
  for (let i = 0; i < 9; i += 1) tree(s, rng, 40 + i * 44, 640 - rng.range(0, 20), rng.range(60, 84), { colour: mix(p.leaf, p.green, rng()) });
  s.path('M300 810C380 730 560 720 640 672C700 636 640 606 690 586C708 580 722 584 712 594C690 614 750 640 706 690C650 752 560 752 540 810Z', mix(p.ground, p.cream, 0.4), { shade: [['dark', 'bottom', 0.5, 0.8]] });
  // A dry wall in front
  for (let i = 0; i < 46; i += 1) {
    const col = i % 16;
    const rowAt = Math.floor(i / 16);
    const x = 700 + col * 34 + (rowAt % 2) * 16;
    s.round(x, 778 - rowAt * 24 - (col * 2.4), 34, 23, 8, mix(p.stone, p.stoneDark, rng.range(0, 0.7)), { shade: [['dark', 'bottomleft', 0.6]] });
  }
  person(s, rng, { x: 500, y: 752, h: 128, walk: true, turn: 1, coat: p.red, bag: p.cream, shade: true });
  person(s, rng, { x: 452, y: 766, h: 136, walk: true, turn: 1, coat: p.near, skirt: true });
  grass(s, rng, { y: 800, to: 330, count: 70, h: 74, colour: mix(p.near, p.ink, 0.3), spread: 30 });
  birds(s, rng, 420, 170, 5, 13);
  return s;
}
