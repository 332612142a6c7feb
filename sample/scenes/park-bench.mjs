// A bench under a tree, beside the path of a park with a pond.

import { mix } from './kit/colour.mjs';
import { birds, crown, grass, hills, ripple, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 400, sun: [820, p.variant === 'day' ? 100 : 220], r: 58, clouds: 3 });
  hills(s, rng, { y: 390, amp: 40, colour: p.far });
  for (let i = 0; i < 9; i += 1) house(s, rng, { x: 330 + i * 92, y: 424, w: 90, h: rng.range(60, 120), rows: 3, wall: mix(p.cream, p.far, 0.35), roof: mix(p.brick, p.far, 0.3), door: false });
  for (let x = -20; x < 1230; x += 66) crown(s, rng, x, 424 + rng.range(-8, 8), 54, rng.range(38, 60), mix(p.green, p.mid, 0.35));
  const lawn = mix(p.green, p.leaf, 0.5);
  s.rect(-5, 436, 1210, 380, lawn, { shade: [['dark', 'bottom', 0.5]] });
  const pond = mix(mix(p.sky[2], p.cool, 0.3), p.ink, p.dark ? 0.1 : 0);
  s.path('M560 500C620 460 900 452 1010 476S1180 530 1040 560S700 580 620 556S520 524 560 500Z', mix(lawn, p.ink, 0.3));
  s.path('M570 504C630 468 900 460 1000 482S1160 530 1030 554S710 572 630 550S530 526 570 504Z', pond, { shade: [['dark', 'bottom', 0.5]] });
  for (let i = 0; i < 16; i += 1) ripple(s, rng.range(640, 1020), rng.range(490, 546), rng.range(30, 80), 2.5, mix(pond, p.paper, 0.35));
  for (const [x, y] of [[760, 516], [810, 526], [900, 506]]) {
    s.path(`M${x - 18} ${y}q4 -12 18 -10q8 -2 8 -12q0 -8 8 -8q7 0 7 8l-6 4q0 18 -18 20q-12 2 -17 -2Z`, p.white);
  }
  for (const [x, h] of [[1090, 250], [470, 170], [1180, 300]]) tree(s, rng, x, 500 + h * 0.2, h, { colour: p.green, lit: -1 });
  s.path('M-10 700C200 640 420 660 560 640S760 590 660 590S420 590 330 560L350 552C450 578 640 572 740 586S760 670 620 720S300 790 260 812H-10Z', mix(p.ground, p.cream, 0.35), { shade: [['dark', 'bottom', 0.45]] });
  person(s, rng, { x: 392, y: 584, h: 86, walk: true, coat: p.red, turn: 1 });
  person(s, rng, { x: 640, y: 600, h: 92, walk: true, coat: p.yellow, turn: -1 });
  lampPost(s, 880, 690, 360);
  // The great tree that frames the picture
  s.path('M60 720C120 640 110 420 70 -10H210C196 200 200 420 216 560Q226 660 290 716Q170 690 60 720Z', p.woodDark, { shade: [['dark', 'left', 0.8, 0.6], ['cut', 'right', 0.45, 0.4]] });
  s.line([[190, 240], [300, 150], [430, 90]], p.woodDark, 34, { curve: true });
  for (const [x, y, r] of [[40, 40, 150], [220, 10, 160], [400, 40, 130], [540, 0, 110], [330, 110, 84], [480, 110, 70]]) crown(s, rng, x, y, r, r * 0.62, mix(p.green, rng.pick([p.ink, p.leaf]), 0.15));
  s.ellipse(560, 742, 300, 22, p.ink, { opacity: 0.24 });
  bench(s, p);
  for (let i = 0; i < 46; i += 1) {
    const [x, y] = [rng.range(0, 1200), rng.range(600, 795)];
    s.ellipse(x, y, rng.range(5, 10), rng.range(2.4, 4.5), rng.pick([p.yellow, p.red, mix(p.yellow, p.red, 0.5), p.wood]));
  }
  grass(s, rng, { y: 795, from: 620, count: 60, h: 54, colour: p.near, spread: 14 });
  birds(s, rng, 760, 140, 4, 13);
  return s;
}

function bench(s, p) {
  const iron = mix(p.ink, p.near, 0.25);
  const slat = (y, h, colour) => s.poly([[336, y], [800, y - 12], [800, y - 12 + h], [336, y + h]], colour, { shade: [['dark', 'bottom', 0.5], ['cut', 'top', 0.25, 0.6]] });
  for (const [x, y] of [[368, 0], [564, -5], [760, -10]]) {
    s.line([[x - 4, 738 + y], [x, 640 + y], [x - 12, 520 + y]], iron, 12);
    s.line([[x + 34, 752 + y], [x + 30, 650 + y]], iron, 12);
    s.line([[x - 4, 650 + y], [x + 36, 654 + y]], iron, 10);
  }
  for (const [i, y] of [530, 562, 594].entries()) slat(y, 24, mix(p.wood, p.red, 0.12 * i));
  for (const [i, y] of [642, 658].entries()) slat(y, 13, mix(p.wood, p.cream, 0.25 - i * 0.1));
  s.poly([[330, 674], [806, 662], [806, 682], [330, 694]], p.wood, { shade: [['dark', 'bottom', 0.5]] });
  // What somebody left behind: a book and an apple
  s.poly([[612, 632], [690, 630], [702, 648], [622, 650]], p.red, { shade: [['dark', 'left', 0.5]] });
  s.poly([[622, 650], [702, 648], [702, 656], [622, 658]], p.white);
  s.circle(560, 640, 15, p.yellow, { shade: [['dark', 'bottomleft', 0.6]] });
  s.line([[560, 626], [564, 616]], p.woodDark, 3);
}
