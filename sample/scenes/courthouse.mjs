// The steps and columns of a courthouse, seen from the pavement, with one person going up.

import { column, pediment, steps } from './kit/classical.mjs';
import { mix } from './kit/colour.mjs';
import { crown, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 500, sun: [1040, p.variant === 'day' ? 110 : 150], r: 54, clouds: 4 });
  for (const x of [-60, 80, 1010, 1130]) house(s, rng, { x, y: 560, w: 140, h: 200, rows: 3, wall: mix(rng.pick([p.cream, p.yellow, p.white]), p.mid, 0.3) });
  const stone = mix(p.stone, p.cream, 0.5);
  const y = 540;
  // The body behind the columns
  s.rect(200, 196, 800, 350, mix(stone, p.ink, 0.2), { shade: [['dark', 'left', 0.5], ['dark', 'top', 0.6]] });
  s.rect(256, 232, 688, 310, mix(stone, p.ink, 0.34), { shade: [['dark', 'top', 0.8, 0.8]] });
  const lit = p.variant === 'day' ? p.paneDark : mix(p.gold, p.paper, 0.2);
  for (const x of [345, 472, 728, 855]) {
    s.rect(x - 26, 330, 52, 120, mix(stone, p.paper, 0.1));
    s.rect(x - 19, 338, 38, 106, lit);
    s.line([[x, 338], [x, 444]], stone, 3);
    s.line([[x - 19, 380], [x + 19, 380]], stone, 3);
    if (p.dark) s.glow(x, 390, 90, 0.5);
  }
  s.rect(548, 318, 104, 224, mix(stone, p.paper, 0.1));
  s.rect(558, 328, 84, 214, p.variant === 'day' ? p.woodDark : mix(p.wood, p.gold, 0.2), { shade: [['dark', 'top', 0.5]] });
  s.line([[600, 328], [600, 542]], p.ink, 3);
  for (const x of [572, 612]) for (const yy of [346, 412, 478]) s.rect(x - 6, yy, 34, 54, mix(p.woodDark, p.ink, 0.3));
  for (let i = 0; i < 6; i += 1) column(s, 282 + i * 127, y, 50, 300, mix(stone, p.paper, 0.3));
  s.rect(214, 176, 772, 54, mix(stone, p.paper, 0.16), { shade: [['dark', 'bottom', 0.6]] });
  for (let i = 0; i < 40; i += 1) s.rect(226 + i * 19, 206, 9, 16, mix(stone, p.ink, 0.16));
  pediment(s, { x: 600, y: 178, w: 800, h: 128, colour: stone });
  emblem(s, 600, 128, mix(stone, p.paper, 0.35));
  const paving = mix(p.stone, p.ground, 0.45);
  s.rect(-5, 546, 1210, 270, paving, { shade: [['dark', 'bottom', 0.5]] });
  steps(s, { x: 600, y, w: 790, count: 8, rise: 22, grow: 18, colour: stone });
  for (const side of [-1, 1]) {
    const x = 600 + side * 500;
    s.rect(x - 52, 560, 104, 168, mix(stone, p.ink, 0.08), { shade: [['dark', 'left', 0.6], ['dark', 'bottom', 0.4]] });
    s.rect(x - 60, 548, 120, 18, mix(stone, p.paper, 0.25), { shade: [['dark', 'bottom', 0.4]] });
    lampPost(s, x, 552, 170);
    tree(s, rng, 600 + side * 566, 752, 250, { colour: mix(p.green, p.ink, 0.1), lit: -side });
    crown(s, rng, 600 + side * 530, 740, 60, 34, p.green, -side);
  }
  // The light from the right lays the shadow of the columns over the steps.
  if (!p.dark) for (let i = 0; i < 6; i += 1) s.poly([[266 + i * 127, y], [300 + i * 127, y], [210 + i * 132, 700], [166 + i * 132, 700]], p.shade, { opacity: 0.22 });
  person(s, rng, { x: 640, y: 668, h: 118, walk: true, coat: p.red, bag: p.woodDark, turn: 0 });
  person(s, rng, { x: 380, y: 762, h: 150, coat: p.near, turn: 1, bag: p.wood });
  person(s, rng, { x: 436, y: 758, h: 142, coat: p.yellow, turn: -1, skirt: true });
  person(s, rng, { x: 790, y: 620, h: 96, walk: true, turn: -1, coat: p.steel });
  return s;
}

/** A pair of scales in low relief. */
function emblem(s, x, y, colour) {
  s.line([[x, y + 20], [x, y - 22]], colour, 5);
  s.line([[x - 44, y - 12], [x + 44, y - 12]], colour, 4);
  s.line([[x - 18, y + 22], [x + 18, y + 22]], colour, 5);
  for (const k of [-1, 1]) {
    s.line([[x + k * 42, y - 12], [x + k * 54, y + 10]], colour, 2);
    s.line([[x + k * 42, y - 12], [x + k * 30, y + 10]], colour, 2);
    s.path(`M${x + k * 42 - 15} ${y + 10}h30q-15 16 -30 0Z`, colour, { shade: [['dark', 'bottom', 0.4]] });
  }
}
