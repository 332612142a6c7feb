// A clock tower over the roofs of an old town and its square.

import { mix } from './kit/colour.mjs';
import { birds, hills, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  const left = rng.chance(0.5);
  const x = left ? 430 : 770;
  sky(s, rng, { horizon: 520, sun: [left ? 900 : 280, p.variant === 'day' ? 130 : 240], r: 60, clouds: 5 });
  hills(s, rng, { y: 430, amp: 80, colour: p.far });
  for (let i = 0; i < 18; i += 1) house(s, rng, { x: -20 + i * 70 + rng.range(-12, 12), y: 530, w: 74, h: rng.range(50, 90), rows: 2, door: false, wall: mix(p.cream, p.mid, 0.36), roof: mix(p.brick, p.mid, 0.4), eaves: 4 });
  for (let hx = -50; hx < 1220;) {
    const w = rng.range(100, 150);
    if (Math.abs(hx + w / 2 - x) > 110) house(s, rng, { x: hx, y: 640, w, h: rng.range(130, 190), rows: 3, shutters: rng.chance(0.4) ? mix(p.green, p.ink, 0.2) : null });
    hx += w;
  }
  tower(s, rng, x, 650);
  const paving = mix(p.ground, p.stone, 0.5);
  s.rect(-5, 636, 1210, 180, paving, { shade: [['dark', 'bottom', 0.5]] });
  for (let i = -14; i <= 14; i += 1) s.line([[600 + i * 62, 640], [600 + i * 150, 812]], mix(paving, p.ink, 0.15), 2);
  for (const y of [658, 690, 740]) s.line([[-10, y], [1210, y]], mix(paving, p.ink, 0.15), 2);
  s.poly([[x - 80, 640], [x + 80, 640], [x + 88, 652], [x - 88, 652]], p.stone);
  if (!p.dark) s.poly([[x - 76, 652], [x + 70, 652], [x + (left ? -300 : 420), 812], [x + (left ? -480 : 250), 812]], p.shade, { opacity: 0.25 });
  for (const tx of [80, 1120]) tree(s, rng, tx, 690, 210, { lit: tx < 600 ? 1 : -1 });
  lampPost(s, left ? 760 : 440, 712, 260);
  // A café's parasols and guests
  const cx = left ? 940 : 200;
  for (const dx of [0, 130]) {
    s.line([[cx + dx, 740], [cx + dx, 620]], p.ink, 5);
    s.path(`M${cx + dx - 78} 640Q${cx + dx} 570 ${cx + dx + 78} 640Q${cx + dx} 626 ${cx + dx - 78} 640Z`, dx ? p.cream : p.red, { shade: [['dark', 'left', 0.6]] });
    s.ellipse(cx + dx, 718, 44, 10, p.white);
    s.rect(cx + dx - 3, 718, 6, 36, p.ink);
  }
  for (const [px, y, h] of [[x - 130, 690, 88], [x + 150, 700, 96], [x + 186, 704, 92], [x + 20, 768, 140]]) person(s, rng, { x: px, y, h, walk: rng.chance(0.6), turn: rng.pick([-1, 1]) });
  // Pigeons
  for (let i = 0; i < 7; i += 1) {
    const [bx, by] = [x - 40 + i * 34 + rng.range(-8, 8), 735 + rng.range(-14, 20)];
    s.path(`M${bx - 10} ${by}q6 -10 14 -7l4 -6q6 -2 6 4q2 10 -10 11Z`, mix(p.near, p.stone, 0.3));
  }
  birds(s, rng, x - 220, 170, 7, 15);
  return s;
}

function tower(s, rng, x, y) {
  const p = s.palette;
  const stone = mix(p.stone, p.ground, 0.4);
  s.poly([[x - 74, y], [x - 66, 250], [x + 66, 250], [x + 74, y]], stone, { shade: [['dark', 'left', 0.75, 0.65], ['dark', 'bottom', 0.4]] });
  for (let i = 0; i < 60; i += 1) {
    const by = rng.range(270, y - 14);
    const bx = x + rng.range(-60, 46);
    s.line([[bx, by], [bx + rng.range(8, 18), by]], mix(stone, p.ink, 0.25), 2.6);
  }
  for (const by of [330, 470]) s.rect(x - 76, by, 152, 11, mix(stone, p.paper, 0.25), { shade: [['dark', 'bottom', 0.6]] });
  for (const by of [384, 520]) s.path(`M${x - 15} ${by + 54}v-36a15 15 0 0 1 30 0v36Z`, p.dark ? p.gold : p.paneDark);
  s.path(`M${x - 24} ${y}v-56a24 24 0 0 1 48 0v56Z`, p.woodDark, { shade: [['dark', 'top', 0.5]] });
  // The storey of the clock
  s.rect(x - 82, 150, 164, 150, mix(stone, p.paper, 0.12), { shade: [['dark', 'left', 0.7, 0.5]] });
  s.rect(x - 92, 296, 184, 14, mix(stone, p.paper, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  s.rect(x - 92, 142, 184, 14, mix(stone, p.paper, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  s.circle(x, 226, 63, p.ink);
  s.circle(x, 226, 56, p.dark ? p.lamp : p.white, { shade: [['dark', 'edge', 0.4, 0.35]] });
  for (let i = 0; i < 12; i += 1) {
    const a = (i / 12) * Math.PI * 2;
    s.line([[x + Math.sin(a) * 43, 226 - Math.cos(a) * 43], [x + Math.sin(a) * 51, 226 - Math.cos(a) * 51]], p.ink, i % 3 ? 3 : 6, { cap: 'butt' });
  }
  // The hands tell the hour of the picture.
  const hour = { dawn: 5.75, day: 10.15, dusk: 7.8, night: 11.2 }[p.variant];
  const hand = (turns, long, width) => s.line([[x, 226], [x + Math.sin(turns * Math.PI * 2) * long, 226 - Math.cos(turns * Math.PI * 2) * long]], p.ink, width);
  hand(hour / 12, 28, 7);
  hand(hour % 1, 42, 4.5);
  s.circle(x, 226, 6, p.red);
  if (p.dark) s.glow(x, 226, 170, 0.6);
  // Belfry and roof
  s.rect(x - 56, 84, 112, 60, mix(stone, p.ink, 0.1), { shade: [['dark', 'left', 0.6]] });
  for (const dx of [-34, 0, 34]) s.path(`M${x + dx - 11} 140v-30a11 11 0 0 1 22 0v30Z`, p.ink);
  s.poly([[x - 68, 88], [x, 14], [x + 68, 88]], p.brick, { shade: [['dark', 'left', 0.8, 0.7], ['cut', 'right', 0.45, 0.5]] });
}
