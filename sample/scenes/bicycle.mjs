// A bicycle leaning on a fence beside a field road.

import { mix } from './kit/colour.mjs';
import { birds, grass, hills, poplar, sky, tree } from './kit/nature.mjs';
import { Sheet, circlePath } from './kit/sheet.mjs';
import { gable } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 420, sun: [300, p.variant === 'day' ? 120 : 280], r: 62, clouds: 5 });
  hills(s, rng, { y: 390, amp: 60, colour: p.far });
  hills(s, rng, { y: 420, amp: 24, colour: p.mid, waves: 3 });
  for (const x of [880, 960, 1040]) gable(s, rng, { x, y: 446, w: 54, h: 36, run: 44 });
  for (let i = 0; i < 6; i += 1) poplar(s, rng, 720 + i * 28, 446, rng.range(70, 110), { colour: mix(p.green, p.mid, 0.25) });
  s.rect(-5, 440, 1210, 380, mix(p.yellow, p.leaf, 0.45), { shade: [['dark', 'top', 0.3, 0.3]] });
  for (let i = 0; i < 15; i += 1) s.poly([[640 + (i - 7) * 8, 442], [640 + (i - 7) * 8 + 3, 442], [640 + (i - 7) * 150 + 34, 700], [640 + (i - 7) * 150, 700]], mix(mix(p.yellow, p.leaf, 0.45), p.wood, 0.22));
  tree(s, rng, 190, 500, 210, { colour: p.green });
  s.path('M1210 560C900 540 560 560 300 590S-10 640 -10 660V812H1210Z', mix(p.ground, p.cream, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  s.path('M1210 640C900 620 560 650 300 690S40 760 -10 790V760C60 730 260 670 420 648S900 600 1210 612Z', mix(p.ground, p.wood, 0.2));
  // Fence
  const wood = mix(p.wood, p.stone, 0.25);
  for (const y of [470, 548]) s.poly([[-10, y + 14], [1210, y - 16], [1210, y + 4], [-10, y + 36]], wood, { shade: [['dark', 'bottom', 0.5], ['cut', 'top', 0.25]] });
  for (let i = 0; i < 6; i += 1) {
    const x = 70 + i * 210;
    s.poly([[x - 13, 650 - i * 5], [x - 13, 440 - i * 5], [x, 424 - i * 5], [x + 13, 440 - i * 5], [x + 13, 650 - i * 5]], mix(wood, p.ink, 0.12), { shade: [['dark', 'left', 0.6]] });
  }
  grass(s, rng, { y: (x) => 652 - x * 0.03, count: 150, h: 56, colour: mix(p.green, p.ink, 0.15), spread: 16 });
  for (let i = 0; i < 18; i += 1) {
    const [x, y] = [rng.range(0, 1200), rng.range(590, 645)];
    s.circle(x, y, 6, rng.pick([p.red, p.white, p.yellow]));
  }
  s.ellipse(620, 736, 300, 15, p.ink, { opacity: 0.3 });
  bicycle(s, p);
  grass(s, rng, { y: 795, count: 90, h: 44, colour: mix(p.near, p.ink, 0.3), spread: 12 });
  birds(s, rng, 560, 170, 5, 14);
  return s;
}

function bicycle(s, p) {
  const [rear, head] = [[440, 620], [800, 620]];
  const frame = p.red;
  const ink = mix(p.ink, p.near, 0.15);
  for (const [x, y] of [rear, head]) {
    for (let i = 0; i < 18; i += 1) {
      const a = (i / 18) * Math.PI;
      s.line([[x + Math.cos(a) * 104, y + Math.sin(a) * 104], [x - Math.cos(a) * 104, y - Math.sin(a) * 104]], mix(p.steel, p.ink, 0.3), 1.5);
    }
    s.path(circlePath(x, y, 110), 'none', { stroke: ink, width: 12 });
    s.path(circlePath(x, y, 101), 'none', { stroke: mix(p.steel, p.paper, 0.35), width: 4 });
    s.circle(x, y, 11, ink);
  }
  const [crank, seat, neck, lower] = [[588, 632], [540, 440], [746, 446], [756, 480]];
  const tube = (a, b, w = 11) => {
    s.line([a, b], frame, w);
    s.line([[a[0], a[1] - w * 0.22], [b[0], b[1] - w * 0.22]], mix(frame, p.paper, 0.35), w * 0.22);
  };
  tube(rear, crank, 8);
  tube(rear, [548, 470], 8);
  tube(crank, [546, 462]);
  tube([550, 478], neck);
  tube(crank, lower);
  tube(neck, lower, 13);
  s.line([lower, [770, 560], head], frame, 9, { curve: true });
  // Mudguards, chain case, pedals
  s.path('M318 610A124 124 0 0 1 552 570', 'none', { stroke: ink, width: 7 });
  s.path('M690 560A124 124 0 0 1 900 552', 'none', { stroke: ink, width: 7 });
  s.path('M432 600L590 606A28 28 0 0 1 590 660L436 642Z', mix(ink, p.near, 0.4), { shade: [['dark', 'bottom', 0.5]] });
  s.circle(588, 632, 20, p.steel);
  s.line([[588, 632], [620, 684]], p.steel, 8);
  s.line([[604, 686], [640, 684]], ink, 10);
  s.line([[546, 462], [536, 420]], p.steel, 8);
  s.path('M486 408Q520 396 556 404Q590 406 602 418Q560 424 540 428Q500 438 486 408Z', p.woodDark, { shade: [['dark', 'bottom', 0.6]] });
  s.line([[746, 446], [736, 398], [764, 384]], p.steel, 8, { curve: true });
  s.line([[764, 384], [724, 372], [676, 388], [652, 404]], p.steel, 8, { curve: true });
  s.line([[676, 388], [648, 406]], p.woodDark, 13);
  // Lamp, carrier, basket with bread and flowers
  s.ellipse(800, 442, 17, 14, ink);
  s.ellipse(810, 442, 9, 12, p.lamp);
  if (p.dark) s.glow(820, 442, 150, 0.75);
  s.line([[400, 480], [530, 480]], ink, 8);
  s.line([[420, 480], [436, 610]], ink, 5);
  const basket = mix(p.wood, p.cream, 0.35);
  for (const [x, c] of [[396, p.red], [420, p.white], [444, p.yellow], [470, p.red], [494, p.white]]) {
    s.line([[x + 8, 420], [x, 372]], p.green, 4);
    s.circle(x, 368, 14, c, { shade: [['dark', 'bottomleft', 0.5]] });
    s.circle(x, 368, 5, p.woodDark);
  }
  s.path('M378 412H520L506 478H392Z', basket, { shade: [['dark', 'left', 0.6], ['cut', 'right', 0.3]] });
  for (let i = 0; i < 4; i += 1) s.line([[380 + i * 3.5, 424 + i * 15], [518 - i * 3.5, 424 + i * 15]], mix(basket, p.ink, 0.25), 3);
  for (let i = 1; i < 9; i += 1) s.line([[378 + i * 15.8, 414], [392 + i * 12.7, 476]], mix(basket, p.ink, 0.2), 2.4);
  s.rect(372, 406, 154, 11, mix(basket, p.ink, 0.2));
}
