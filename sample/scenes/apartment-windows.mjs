// The front of an apartment house, close enough to see that every window is a household of its own.

import { mix } from './kit/colour.mjs';
import { crown, sky } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 420, sun: [1100, 90], r: 46, clouds: 2 });
  const wall = mix(rng.pick([p.brick, mix(p.yellow, p.wood, 0.3), mix(p.cream, p.stone, 0.4)]), p.ink, p.dark ? 0.2 : 0.02);
  s.poly([[-10, 46], [1010, 46], [1010, 812], [-10, 812]], wall, { shade: [['dark', 'bottomleft', 0.4]] });
  s.poly([[1010, 46], [1090, 90], [1090, 812], [1010, 812]], mix(wall, p.ink, 0.35), { shade: [['dark', 'right', 0.5]] });
  s.poly([[-10, 26], [1024, 26], [1104, 74], [1104, 92], [1024, 50], [-10, 50]], p.stoneDark, { shade: [['dark', 'bottom', 0.5]] });
  for (let r = 0; r < 3; r += 1) for (let i = 0; i < 46; i += 1) {
    const [x, y] = [rng.range(0, 990), 70 + r * 240 + rng.range(0, 230)];
    s.rect(x, y, 24, 9, mix(wall, rng.chance(0.5) ? p.ink : p.paper, 0.12));
  }
  // What happens behind each window, in an order of its own for every house
  const lives = [reader, plants, lamp, cat, couple, curtain, dark, kitchen, curtain, musician, dark, plants];
  for (let i = lives.length - 1; i > 0; i -= 1) {
    const j = rng.int(0, i);
    [lives[i], lives[j]] = [lives[j], lives[i]];
  }
  for (let row = 0; row < 3; row += 1) {
    s.rect(-10, 300 + row * 240, 1020, 12, mix(wall, p.paper, 0.22), { shade: [['dark', 'bottom', 0.5]] });
    for (let col = 0; col < 4; col += 1) {
      const life = lives[row * 4 + col];
      pane(s, rng, 52 + col * 250, 86 + row * 240, 150, 186, life, wall);
    }
  }
  balcony(s, rng, 302, 312, wall);
  balcony(s, rng, 552, 552, wall);
  for (let i = 0; i < 3; i += 1) crown(s, rng, 1150 + i * 10, 560 + i * 110, 110 - i * 14, 90, mix(p.green, p.ink, 0.12), -1);
  s.line([[1150, 812], [1152, 560]], p.woodDark, 20);
  crown(s, rng, 1180, 500, 120, 100, p.green, -1);
  return s;
}

function pane(s, rng, x, y, w, h, life, wall) {
  const p = s.palette;
  const on = life !== dark && (p.dark || (p.variant === 'dawn' && life !== curtain));
  s.rect(x - 14, y - 16, w + 28, h + 26, mix(wall, p.paper, 0.3), { shade: [['dark', 'left', 0.4, 0.3]] });
  const room = on ? mix(p.gold, rng.pick([p.paper, p.accent, p.paper]), rng.range(0.1, 0.3)) : mix(p.paneDark, p.sky[2], life === dark ? 0.06 : 0.24);
  s.rect(x, y, w, h, room, { shade: on ? [['glow', 'bottom', 0.4]] : [['dark', 'top', 0.6], ['cut', 'topleft', 0.22, 0.6]] });
  s.clip(`M${x} ${y}h${w}v${h}h${-w}Z`, () => life(s, rng, x, y, w, h, on ? mix(p.ink, p.brick, 0.25) : mix(p.ink, p.near, 0.2), room));
  const frame = mix(p.white, p.wood, 0.12);
  s.line([[x + w / 2, y], [x + w / 2, y + h]], frame, 7, { cap: 'butt' });
  s.line([[x, y + h * 0.28], [x + w, y + h * 0.28]], frame, 6, { cap: 'butt' });
  s.path(`M${x} ${y}h${w}v${h}h${-w}Z`, 'none', { stroke: frame, width: 8, join: 'miter' });
  s.rect(x - 18, y + h + 4, w + 36, 13, mix(p.stone, p.paper, 0.2), { shade: [['dark', 'bottom', 0.5]] });
  if (on && p.dark) s.glow(x + w / 2, y + h / 2, 150, 0.35);
}

function figure(s, x, y, k, colour) {
  s.path(`M${x - 34 * k} ${y}Q${x - 34 * k} ${y - 62 * k} ${x - 10 * k} ${y - 66 * k}L${x + 10 * k} ${y - 66 * k}Q${x + 34 * k} ${y - 62 * k} ${x + 34 * k} ${y}Z`, colour);
  s.ellipse(x, y - 84 * k, 15 * k, 19 * k, colour);
}

function reader(s, rng, x, y, w, h, ink) {
  const p = s.palette;
  figure(s, x + w * 0.36, y + h, 1, ink);
  s.poly([[x + w * 0.42, y + h - 50], [x + w * 0.72, y + h - 58], [x + w * 0.7, y + h - 22], [x + w * 0.42, y + h - 16]], p.white);
  s.line([[x + w * 0.57, y + h - 54], [x + w * 0.56, y + h - 19]], ink, 2);
  for (let i = 0; i < 6; i += 1) s.rect(x + w * 0.62 + i * 9, y + 18, 7, 34, rng.pick([p.red, p.near, p.leaf, ink]));
}

function plants(s, rng, x, y, w, h) {
  const p = s.palette;
  for (const k of [0.2, 0.5, 0.8]) {
    const px = x + w * k;
    s.poly([[px - 15, y + h - 30], [px + 15, y + h - 30], [px + 11, y + h], [px - 11, y + h]], p.red, { shade: [['dark', 'left', 0.5]] });
    for (let i = -2; i <= 2; i += 1) s.path(`M${px} ${y + h - 30}Q${px + i * 16} ${y + h - 70} ${px + i * 20 + rng.range(-4, 4)} ${y + h - 84 + Math.abs(i) * 14}Q${px + i * 4} ${y + h - 56} ${px} ${y + h - 30}Z`, mix(p.green, p.ink, 0.2));
  }
}

function lamp(s, rng, x, y, w, h, ink) {
  const p = s.palette;
  s.line([[x + w * 0.5, y - 4], [x + w * 0.5, y + h * 0.3]], ink, 3);
  s.path(`M${x + w * 0.28} ${y + h * 0.46}Q${x + w * 0.3} ${y + h * 0.28} ${x + w * 0.5} ${y + h * 0.28}T${x + w * 0.72} ${y + h * 0.46}Z`, p.red, { shade: [['dark', 'left', 0.5]] });
  s.rect(x + w * 0.06, y + h * 0.74, w * 0.88, 10, ink);
  figure(s, x + w * 0.22, y + h * 0.76, 0.62, ink);
  figure(s, x + w * 0.78, y + h * 0.76, 0.62, ink);
}

function cat(s, rng, x, y, w, h, ink) {
  const p = s.palette;
  s.path(`M${x} ${y}h${w * 0.2}q-4 ${h * 0.5} ${-w * 0.2} ${h}Z`, mix(p.white, p.red, 0.3));
  s.path(`M${x + w} ${y}h${-w * 0.2}q4 ${h * 0.5} ${w * 0.2} ${h}Z`, mix(p.white, p.red, 0.3));
  const [cx, cy] = [x + w * 0.62, y + h];
  s.path(`M${cx - 26} ${cy}Q${cx - 30} ${cy - 44} ${cx - 6} ${cy - 56}L${cx - 10} ${cy - 86}L${cx + 2} ${cy - 76}H${cx + 14}L${cx + 26} ${cy - 86}L${cx + 22} ${cy - 56}Q${cx + 32} ${cy - 30} ${cx + 26} ${cy}Z`, ink);
}

function couple(s, rng, x, y, w, h, ink) {
  figure(s, x + w * 0.3, y + h, 1.05, ink);
  figure(s, x + w * 0.72, y + h, 0.95, mix(ink, s.palette.accent, 0.35));
}

function curtain(s, rng, x, y, w, h, ink, room) {
  const p = s.palette;
  const cloth = mix(rng.pick([p.red, p.leaf, p.cream]), room, 0.25);
  for (const side of [0, 1]) {
    const [a, b] = side ? [x + w * 0.54, x + w] : [x, x + w * 0.46];
    s.path(`M${a} ${y}H${b}V${y + h}H${a}Z`, cloth, { shade: [['dark', side ? 'left' : 'right', 0.5]] });
    for (let i = 1; i < 4; i += 1) s.line([[a + ((b - a) * i) / 4, y], [a + ((b - a) * i) / 4 + 3, y + h]], mix(cloth, p.ink, 0.2), 3);
  }
}

function dark(s, rng, x, y, w, h) {
  const p = s.palette;
  const drop = rng.range(0.3, 0.7);
  s.rect(x, y, w, h * drop, mix(p.paneDark, p.stone, 0.35), { shade: [['dark', 'bottom', 0.5]] });
  for (let i = 1; i < 9; i += 1) s.line([[x, y + (h * drop * i) / 9], [x + w, y + (h * drop * i) / 9]], mix(p.paneDark, p.ink, 0.3), 2);
}

function kitchen(s, rng, x, y, w, h, ink) {
  const p = s.palette;
  s.rect(x, y + h * 0.08, w, 5, ink);
  for (let i = 0; i < 5; i += 1) s.round(x + 12 + i * 28, y + h * 0.08 - 18, 18, 18, 3, rng.pick([p.red, p.white, p.leaf, p.steel]));
  figure(s, x + w * 0.64, y + h + 6, 1, ink);
  s.round(x + w * 0.08, y + h - 40, 54, 34, 6, p.near);
  s.rect(x + w * 0.04, y + h - 44, 66, 6, p.near);
  for (const dx of [0.2, 0.34]) s.line([[x + w * dx, y + h - 54], [x + w * dx + 6, y + h - 70], [x + w * dx - 2, y + h - 88]], p.paper, 3, { curve: true });
}

function musician(s, rng, x, y, w, h, ink) {
  const p = s.palette;
  figure(s, x + w * 0.45, y + h, 1.05, ink);
  s.move(`rotate(-32 ${x + w * 0.6} ${y + h * 0.62})`, () => {
    s.ellipse(x + w * 0.52, y + h * 0.62, 17, 13, p.brick);
    s.ellipse(x + w * 0.64, y + h * 0.62, 13, 10, p.brick);
    s.rect(x + w * 0.64, y + h * 0.605, 56, 6, p.ink);
  });
}

function balcony(s, rng, x, y, wall) {
  const p = s.palette;
  s.rect(x - 36, y - 14, 222, 16, mix(p.stone, wall, 0.2), { shade: [['dark', 'bottom', 0.5]] });
  for (let i = 0; i <= 20; i += 1) s.line([[x - 32 + i * 10.8, y - 14], [x - 32 + i * 10.8, y - 78]], p.ink, 3);
  s.line([[x - 36, y - 80], [x + 186, y - 80]], p.ink, 6);
  for (let i = 0; i < 8; i += 1) {
    const fx = x - 20 + i * 27;
    s.circle(fx, y - 84 - rng.range(0, 10), rng.range(9, 13), i % 2 ? mix(p.green, p.ink, 0.1) : p.leaf);
    s.circle(fx + 6, y - 92 - rng.range(0, 8), 6, rng.pick([p.red, p.yellow, p.white]));
  }
}
