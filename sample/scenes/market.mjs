// Market stalls under striped awnings, crates of fruit in front, people with bags.

import { mix } from './kit/colour.mjs';
import { sky, tree } from './kit/nature.mjs';
import { person, sitter } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 360, sun: [rng.range(240, 900), p.variant === 'day' ? 90 : 130], r: 48, clouds: 3 });
  for (let x = -30; x < 1220;) {
    const w = rng.range(110, 170);
    house(s, rng, { x, y: 440, w, h: rng.range(170, 240), rows: 3, wall: mix(rng.pick([p.cream, p.white, p.yellow]), p.mid, 0.22), roof: mix(p.brick, p.mid, 0.15), shutters: rng.chance(0.4) ? mix(p.green, p.ink, 0.1) : null });
    x += w;
  }
  for (const x of [30, 620, 1180]) tree(s, rng, x, 470, 190, { colour: mix(p.green, p.mid, 0.1) });
  const paving = mix(p.ground, p.stone, 0.4);
  s.rect(-5, 440, 1210, 380, paving, { shade: [['dark', 'bottom', 0.55, 0.8]] });
  for (let i = -16; i <= 16; i += 1) s.line([[600 + i * 60, 440], [600 + i * 140, 812]], mix(paving, p.ink, 0.13), 2);
  for (const [x, y, k, colour] of [[150, 500, 0.62, p.leaf], [480, 490, 0.58, p.yellow], [800, 494, 0.6, p.red], [1090, 502, 0.62, p.steel]]) stall(s, rng, x, y, k, colour);
  for (const [x, y, h] of [[330, 520, 104], [370, 524, 110], [640, 516, 102], [700, 530, 112], [950, 524, 108]]) person(s, rng, { x, y, h, walk: rng.chance(0.6), turn: rng.pick([-1, 1]), bag: rng.chance(0.5) ? p.wood : null });
  // The first stalls go up while the street lamps are still lit
  lampPost(s, 600, 560, 280, { on: p.variant !== 'day' });
  stall(s, rng, 250, 690, 1.26, p.red);
  stall(s, rng, 960, 690, 1.26, p.leaf);
  person(s, rng, { x: 560, y: 712, h: 218, coat: p.near, turn: -1, bag: p.yellow });
  person(s, rng, { x: 668, y: 700, h: 206, coat: p.yellow, turn: 1, skirt: true, bag: p.red });
  // Crates on the ground
  for (const [x, y, c] of [[40, 778, p.red], [190, 790, p.leaf], [340, 784, p.yellow], [850, 784, p.leaf], [1000, 790, p.red], [1150, 780, p.brick]]) crate(s, rng, x, y, 1.15, c);
  return s;
}

function stall(s, rng, x, y, k, cloth) {
  const p = s.palette;
  s.move(`translate(${x} ${y}) scale(${k})`, () => {
    s.ellipse(0, 4, 190, 16, p.ink, { opacity: 0.25 });
    for (const dx of [-160, 160]) s.line([[dx, 0], [dx, -250]], p.woodDark, 8, { cap: 'butt' });
    s.rect(-160, -250, 320, 110, mix(p.ink, cloth, 0.2), { shade: [['dark', 'top', 0.6]] });
    if (p.variant !== 'day') {
      s.line([[0, -250], [0, -196]], p.ink, 2.5);
      s.circle(0, -188, 12, p.lamp);
    }
    sitter(s, rng, { x: rng.range(-60, 60), y: -96, h: 104 });
    if (p.variant !== 'day') s.glow(0, -170, 210, 0.6);
    // The board with its heaps, tilted to the front
    s.poly([[-170, -96], [170, -96], [186, -56], [-186, -56]], p.wood, { shade: [['dark', 'bottom', 0.5]] });
    for (let i = 0; i < 5; i += 1) {
      const cx = -136 + i * 68;
      const colour = rng.pick([p.red, p.yellow, p.leaf, p.brick, mix(p.yellow, p.red, 0.4), mix(p.leaf, p.yellow, 0.5), p.white]);
      for (const [dx, dy] of [[-22, 0], [-7, 0], [8, 0], [23, 0], [-14, -12], [1, -12], [16, -12], [-6, -23], [9, -23]]) s.circle(cx + dx, -72 + dy, 9.5, mix(colour, p.ink, dy < -11 ? 0 : 0.1), { shade: [['dark', 'bottomleft', 0.55]] });
    }
    s.poly([[-186, -56], [186, -56], [178, -4], [-178, -4]], mix(cloth, p.white, 0.55), { shade: [['dark', 'bottom', 0.6], ['dark', 'left', 0.3]] });
    for (let i = 1; i < 12; i += 1) s.line([[-186 + i * 31, -56], [-178 + i * 29.6, -4]], mix(cloth, p.ink, 0.15), 1.8);
    // Awning: stripes with a scalloped edge
    for (let i = 0; i < 10; i += 1) {
      const [a, b] = [-150 + i * 30, -120 + i * 30];
      const [c, d] = [-196 + i * 39.2, -196 + (i + 1) * 39.2];
      const colour = i % 2 ? p.white : cloth;
      s.path(`M${a} -330L${b} -330L${d} -236Q${(c + d) / 2} -208 ${c} -236Z`, colour, { shade: [['dark', 'bottom', 0.5, 0.6]] });
    }
    s.line([[-152, -330], [152, -330]], p.woodDark, 7);
  });
}

function crate(s, rng, x, y, k, colour) {
  const p = s.palette;
  s.move(`translate(${x} ${y}) scale(${k})`, () => {
    s.ellipse(4, 8, 70, 8, p.ink, { opacity: 0.28 });
    for (let i = 0; i < 14; i += 1) s.circle(-44 + (i % 7) * 15, -44 - Math.floor(i / 7) * 12, 12, mix(colour, rng.pick([p.ink, p.yellow]), 0.12), { shade: [['dark', 'bottomleft', 0.6]] });
    for (const dy of [0, -18, -36]) s.rect(-60, dy - 10, 120, 14, mix(p.wood, p.cream, 0.25), { shade: [['dark', 'bottom', 0.5]] });
    for (const dx of [-60, 48]) s.rect(dx, -48, 12, 54, p.wood, { shade: [['dark', 'left', 0.5]] });
  });
}
