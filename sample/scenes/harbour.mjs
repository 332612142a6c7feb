// A harbour: a freighter at the quay, cranes over it, a tug on the water, a bollard with its rope in front.

import { box, camera, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { hills, ripple, sky, water } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 440, sun: [300, p.variant === 'day' ? 120 : 280], r: 62, clouds: 4 });
  hills(s, rng, { y: 410, amp: 60, colour: p.far });
  for (let x = -20; x < 560;) {
    const w = rng.range(50, 90);
    house(s, rng, { x, y: 446, w, h: rng.range(24, 50), rows: 1, door: false, chimney: false, wall: mix(p.cream, p.far, 0.45), roof: mix(p.brick, p.far, 0.4), eaves: 3 });
    x += w + rng.range(0, 14);
  }
  s.rect(-5, 442, 1210, 12, p.near);
  const base = water(s, rng, { y0: 450, sun: 300 });
  crane(s, 700, 470, 380, -1, mix(p.near, p.mid, 0.3));
  crane(s, 900, 476, 440, -1, p.near);
  ship(s, rng, base);
  tug(s, p, base);
  // The quay with its goods
  const cam = camera({ eye: 3, horizon: 440, focal: 820, centre: 520 });
  const quay = mix(p.stone, p.ground, 0.3);
  s.poly([[-10, 690], [520, 664], [1210, 560], [1210, 810], [-10, 810]], quay, { shade: [['dark', 'bottom', 0.5]] });
  s.poly([[-10, 690], [520, 664], [1210, 560], [1210, 584], [524, 690], [-10, 720]], mix(quay, p.paper, 0.3));
  for (let i = 0; i < 9; i += 1) s.line([[40 + i * 150, 705 - i * 7 - Math.max(0, i - 3) * 14], [-30 + i * 170, 810]], mix(quay, p.ink, 0.22), 2);
  const goods = [[5.6, 8.8, p.red, 0.16], [7.9, 8.2, p.leaf, 0.1]];
  for (const [x, z, colour, yaw] of goods) {
    const seen = box(s, cam, { at: [x, 0, z + 1.4], size: [2.2, 1.5, 2.4], yaw, colours: solid(colour, p), shade: { sides: [['dark', 'bottom', 0.5]] } });
    for (const face of [seen.front, seen.left].filter(Boolean)) for (let i = 1; i < 9; i += 1) s.line([face(i / 9, 0.06), face(i / 9, 0.94)], mix(colour, p.ink, 0.35), 2.4);
  }
  person(s, rng, { x: 640, y: 716, h: 150, walk: true, turn: 1, coat: p.yellow, hat: p.red });
  person(s, rng, { x: 712, y: 706, h: 146, turn: -1, coat: p.near, hat: p.yellow, arm: 'out' });
  // Bollard and rope
  s.line([[240, 722], [150, 690], [40, 640], [-20, 560]], mix(p.ground, p.woodDark, 0.3), 13, { curve: true });
  s.ellipse(260, 778, 100, 17, p.ink, { opacity: 0.3 });
  s.path('M212 772Q222 730 216 706Q186 700 190 678Q260 654 330 678Q334 700 304 706Q298 730 308 772Q260 792 212 772Z', mix(p.ink, p.near, 0.3), { shade: [['dark', 'left', 0.7, 0.6], ['cut', 'right', 0.5, 0.4]] });
  for (const y of [716, 730, 744]) s.line([[214, y], [260, y + 9], [306, y]], mix(p.ground, p.wood, 0.4), 12, { curve: true });
  return s;
}

function ship(s, rng, base) {
  const p = s.palette;
  s.ellipse(890, 604, 400, 22, mix(base, p.ink, 0.5), { opacity: 0.6 });
  // House at the stern
  s.rect(1010, 300, 120, 150, p.white, { shade: [['dark', 'left', 0.5, 0.5]] });
  s.rect(996, 296, 148, 18, mix(p.white, p.steel, 0.4));
  for (let r = 0; r < 3; r += 1) for (let c = 0; c < 5; c += 1) s.rect(1020 + c * 22, 326 + r * 40, 13, 17, p.dark ? mix(p.gold, p.paper, 0.2) : p.paneDark);
  if (p.dark) s.glow(1070, 370, 150, 0.4);
  s.rect(1046, 236, 42, 62, p.red, { shade: [['dark', 'left', 0.7]] });
  s.rect(1046, 248, 42, 13, p.cream);
  s.line([[1114, 298], [1114, 190]], p.ink, 4);
  // Stacked containers
  const colours = [p.red, p.yellow, p.steel, p.leaf, p.brick, p.cream];
  for (let c = 0; c < 8; c += 1) {
    const high = [2, 3, 3, 4, 3, 4, 3, 2][c];
    for (let r = 0; r < high; r += 1) {
      const x = 590 + c * 51;
      const y = 444 - r * 34;
      const colour = rng.pick(colours);
      s.rect(x, y - 32, 49, 34, colour, { shade: [['dark', 'bottomleft', 0.5]] });
      for (let i = 1; i < 6; i += 1) s.line([[x + i * 8, y - 28], [x + i * 8, y - 2]], mix(colour, p.ink, 0.25), 1.5);
    }
  }
  s.path('M500 424L560 440H1150L1196 426Q1188 520 1150 600H590Q540 560 500 424Z', mix(p.near, p.ink, 0.3), { shade: [['dark', 'bottom', 0.5], ['cut', 'topleft', 0.3, 0.5]] });
  s.path('M560 552Q572 582 590 600H1150Q1162 578 1170 552Z', p.red, { shade: [['dark', 'bottom', 0.6]] });
  s.line([[505, 436], [562, 452], [1192, 450]], p.cream, 4);
  s.path('M534 466l12 0l0 22l-8 10l-9 -10Z', p.ink);
  for (let i = 0; i < 12; i += 1) ripple(s, 600 + i * 50, 606 + (i % 3) * 5, 60, 3, mix(base, p.sky[3], 0.4));
}

function crane(s, x, y, h, side, colour) {
  const w = h * 0.12;
  for (const k of [-1, 1]) s.line([[x + k * w, y], [x + k * w * 0.7, y - h * 0.62]], colour, 8);
  s.line([[x - w, y - h * 0.16], [x + w, y - h * 0.16]], colour, 7);
  for (const v of [0.16, 0.38]) {
    s.line([[x - w, y - h * v], [x + w * 0.8, y - h * (v + 0.22)]], colour, 3);
    s.line([[x + w, y - h * v], [x - w * 0.8, y - h * (v + 0.22)]], colour, 3);
  }
  s.rect(x - w * 1.2, y - h * 0.68, w * 2.4, h * 0.07, colour);
  s.rect(x + w * 0.2, y - h * 0.8, w * 1.2, h * 0.13, s.palette.red, { shade: [['dark', 'left', 0.6]] });
  s.line([[x, y - h * 0.68], [x, y - h]], colour, 7);
  s.line([[x + w * 1.6, y - h * 0.7], [x + side * h * 0.62, y - h * 0.74]], colour, 7);
  s.line([[x, y - h], [x + side * h * 0.6, y - h * 0.75]], colour, 2.5);
  s.line([[x, y - h], [x + w * 1.5, y - h * 0.72]], colour, 2.5);
  s.line([[x + side * h * 0.44, y - h * 0.72], [x + side * h * 0.44, y - h * 0.42]], colour, 2.2);
  s.rect(x + side * h * 0.44 - 14, y - h * 0.42, 28, 18, colour);
}

function tug(s, p, base) {
  s.move('translate(190 560)', () => {
    s.ellipse(6, 36, 120, 11, mix(base, p.ink, 0.5), { opacity: 0.6 });
    s.rect(-28, -64, 66, 54, p.white, { shade: [['dark', 'left', 0.5]] });
    s.rect(-34, -70, 80, 9, p.red);
    for (const x of [-20, 2, 22]) s.rect(x, -56, 13, 17, p.dark ? p.gold : p.paneDark);
    s.rect(46, -52, 20, 42, p.near);
    s.rect(46, -46, 20, 8, p.yellow);
    s.line([[6, -70], [6, -120]], p.ink, 3.4);
    s.path('M-108 -18Q-20 2 108 -14Q104 30 84 36H-84Q-104 16 -108 -18Z', p.brick, { shade: [['dark', 'bottom', 0.6], ['cut', 'topright', 0.4, 0.4]] });
    s.line([[-106, -14], [0, 1], [106, -10]], p.cream, 4, { curve: true });
    for (let i = 0; i < 4; i += 1) s.circle(-66 + i * 42, 12, 8, p.ink);
    ripple(s, -130, 34, 90, 5, mix(base, p.paper, 0.5));
    ripple(s, -150, 44, 130, 5, mix(base, p.paper, 0.35));
    if (p.dark) s.glow(10, -46, 110, 0.5);
  });
}
