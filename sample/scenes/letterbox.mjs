// A pillar letterbox on a corner, an envelope halfway in.

import { mix } from './kit/colour.mjs';
import { crown, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 420, sun: [930, p.variant === 'day' ? 100 : 190], r: 56, clouds: 4 });
  for (let x = 20; x < 1220;) {
    const w = rng.range(90, 130);
    house(s, rng, { x, y: 490, w, h: rng.range(110, 170), rows: 2, wall: mix(rng.pick([p.cream, p.white, p.yellow, mix(p.red, p.white, 0.5)]), p.mid, 0.25), roof: mix(p.brick, p.mid, 0.2) });
    x += w;
  }
  for (const [x, h] of [[820, 200], [1130, 230]]) tree(s, rng, x, 520, h, { colour: p.green, lit: -1 });
  const street = mix(p.stoneDark, p.near, 0.3);
  s.rect(-5, 488, 1210, 330, street, { shade: [['dark', 'bottom', 0.4]] });
  s.rect(-5, 488, 1210, 16, p.stone, { shade: [['dark', 'bottom', 0.5]] });
  for (let i = 0; i < 7; i += 1) s.poly([[420 + i * 130, 560], [490 + i * 130, 558], [500 + i * 130, 568], [424 + i * 130, 570]], mix(p.white, street, 0.2));
  person(s, rng, { x: 900, y: 506, h: 92, walk: true, turn: -1, coat: p.near });
  person(s, rng, { x: 700, y: 508, h: 96, walk: true, turn: 1, coat: p.yellow });
  s.path('M-10 640Q500 600 1210 660V812H-10Z', mix(p.stone, p.ground, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  s.path('M-10 640Q500 600 1210 660V674Q500 616 -10 656Z', mix(p.stone, p.paper, 0.35));
  for (let i = 0; i < 11; i += 1) s.line([[i * 130 - 40, 646 - Math.sin(i / 4) * 16 + 8], [i * 160 - 160, 812]], mix(p.stone, p.ink, 0.2), 2);
  // The house at the corner, close, with a shop window
  const wall = mix(p.cream, p.brick, 0.25);
  s.rect(-10, -10, 300, 690, wall, { shade: [['dark', 'left', 0.5], ['dark', 'bottom', 0.3]] });
  s.rect(262, -10, 40, 690, mix(p.stone, p.paper, 0.2), { shade: [['dark', 'right', 0.6]] });
  for (let i = 0; i < 9; i += 1) s.line([[262, 40 + i * 76], [302, 40 + i * 76]], p.stoneDark, 3);
  s.rect(30, 330, 190, 250, p.woodDark);
  s.rect(42, 342, 166, 226, p.variant === 'day' ? mix(p.paneDark, p.sky[1], 0.3) : mix(p.gold, p.paper, 0.25), { shade: [['cut', 'topleft', 0.25, 0.6]] });
  s.line([[125, 342], [125, 568]], p.woodDark, 7);
  for (const [x, h] of [[70, 50], [100, 36], [160, 56], [186, 40]]) s.round(x - 13, 566 - h, 26, h, 4, rng.pick([p.red, p.leaf, p.white]));
  s.path('M14 330L236 330L262 268H-10Z', p.leaf, { shade: [['dark', 'bottom', 0.5]] });
  for (let i = 0; i < 5; i += 1) s.poly([[20 + i * 46, 330], [42 + i * 46, 330], [52 + i * 50, 268], [26 + i * 50, 268]], p.white, { shade: [['dark', 'bottom', 0.5]] });
  s.rect(60, 60, 120, 150, mix(p.white, p.stone, 0.3));
  s.rect(70, 70, 100, 130, p.dark ? p.gold : p.paneDark);
  s.line([[120, 70], [120, 200]], p.white, 6);
  lampPost(s, 1060, 690, 420);
  if (p.variant !== 'day') s.glow(125, 460, 260, 0.5);
  box(s, 560, 740, p);
  crown(s, rng, 1190, 790, 110, 60, p.green, -1);
  return s;
}

function box(s, x, y, p) {
  const red = p.red;
  s.ellipse(x + 26, y + 6, 220, 22, p.ink, { opacity: 0.3 });
  s.path(`M${x - 124} ${y}h248v-26q-124 20 -248 0Z`, p.ink);
  s.path(`M${x - 112} ${y - 16}V${y - 500}H${x + 112}V${y - 16}Q${x} ${y + 14} ${x - 112} ${y - 16}Z`, red, { shade: [['dark', 'left', 0.9, 0.55], ['dark', 'right', 0.45, 0.3], ['dark', 'bottom', 0.35, 0.4]] });
  s.path(`M${x - 128} ${y - 496}Q${x} ${y - 470} ${x + 128} ${y - 496}V${y - 524}Q${x} ${y - 500} ${x - 128} ${y - 524}Z`, mix(red, p.ink, 0.12), { shade: [['dark', 'left', 0.8, 0.6]] });
  s.path(`M${x - 128} ${y - 524}C${x - 110} ${y - 610} ${x + 110} ${y - 610} ${x + 128} ${y - 524}Q${x} ${y - 500} ${x - 128} ${y - 524}Z`, mix(red, p.paper, 0.1), { shade: [['dark', 'left', 0.8, 0.6], ['cut', 'topright', 0.5, 0.5]] });
  s.circle(x, y - 596, 13, mix(red, p.ink, 0.2));
  // Slot, flap and the letter
  s.path(`M${x - 78} ${y - 446}Q${x} ${y - 432} ${x + 78} ${y - 446}V${y - 404}Q${x} ${y - 390} ${x - 78} ${y - 404}Z`, mix(red, p.ink, 0.35));
  s.path(`M${x - 64} ${y - 432}Q${x} ${y - 420} ${x + 64} ${y - 432}V${y - 414}Q${x} ${y - 402} ${x - 64} ${y - 414}Z`, p.ink);
  s.poly([[x - 50, y - 424], [x + 44, y - 420], [x + 76, y - 334], [x - 24, y - 340]], p.white, { shade: [['dark', 'top', 0.5, 0.4]] });
  s.line([[x - 37, y - 384], [x + 24, y - 372], [x + 58, y - 380]], mix(p.white, p.ink, 0.3), 2.6);
  s.poly([[x + 42, y - 356], [x + 64, y - 355], [x + 70, y - 338], [x + 48, y - 339]], p.yellow);
  // Plate for the times of collection, with a few lines on it
  s.rect(x - 52, y - 300, 104, 120, p.cream, { shade: [['dark', 'left', 0.5]] });
  s.rect(x - 52, y - 300, 104, 22, mix(p.near, p.ink, 0.2));
  for (let i = 0; i < 5; i += 1) s.line([[x - 38, y - 262 + i * 17], [x + (i % 2 ? 38 : 22), y - 262 + i * 17]], mix(p.ink, p.cream, 0.4), 4);
  s.path(`M${x - 88} ${y - 150}Q${x} ${y - 134} ${x + 88} ${y - 150}V${y - 30}Q${x} ${y - 8} ${x - 88} ${y - 30}Z`, 'none', { stroke: mix(red, p.ink, 0.4), width: 4 });
  s.circle(x + 70, y - 92, 7, p.yellow);
  s.path(`M${x - 112} ${y - 330}Q${x} ${y - 312} ${x + 112} ${y - 330}`, 'none', { stroke: mix(red, p.ink, 0.3), width: 4 });
}
