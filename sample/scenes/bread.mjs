// Bread on a baker's table: loaves, flour, ears of wheat; the oven glows behind.

import { mix } from './kit/colour.mjs';
import { person } from './kit/people.mjs';
import { backWindow, room } from './kit/room.mjs';
import { Sheet, circlePath } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 8.6, height: 3.6, depth: 5.8, eye: 1.7, horizon: 290, focal: 880, boards: 'tiles' });
  backWindow(s, rng, cam, { x0: -3.1, x1: -0.9, y0: 1.3, y1: 3, panes: [3, 2], beam: false });
  oven(s, rng, p);
  rack(s, rng, 1080, 560, p);
  person(s, rng, { x: 520, y: 640, h: 400, coat: p.white, hat: p.white, arm: 'out', turn: 1, legs: mix(p.steel, p.white, 0.3), shade: false });
  // The table
  const top = mix(p.wood, p.cream, 0.35);
  s.poly([[-10, 520], [1210, 520], [1210, 720], [-10, 720]], top, { shade: [['dark', 'bottom', 0.45], ['dark', 'left', 0.3]] });
  s.rect(-10, 716, 1220, 100, mix(p.wood, p.ink, 0.25), { shade: [['dark', 'bottom', 0.6]] });
  for (let i = 0; i < 12; i += 1) s.line([[rng.range(-100, 800), 536 + i * 15], [rng.range(500, 1300), 536 + i * 15]], mix(top, p.ink, 0.12), 2);
  s.path('M300 600Q420 556 620 574T860 628Q760 690 560 682T300 600Z', mix(p.white, top, 0.25), { shade: [['dark', 'bottom', 0.2]] });
  for (let i = 0; i < 50; i += 1) s.circle(rng.range(240, 920), rng.range(560, 706), rng.range(1, 4), p.white);
  dough(s, 700, 590, p);
  cloth(s, p);
  loaf(s, rng, 190, 588, 150, 92, 'slash');
  loaf(s, rng, 366, 690, 190, 118, 'cross');
  loaf(s, rng, 128, 694, 140, 84, 'slash');
  sliced(s, 1010, 694, p);
  jar(s, 880, 570, p);
  for (let i = 0; i < 5; i += 1) ear(s, rng, 640 + i * 16, 706 - i * 3, 200, -0.28 + i * 0.06);
  return s;
}

const crustOf = (p) => p.local(mix(p.gold, p.accent, 0.42));

function loaf(s, rng, x, y, rx, ry, mark) {
  const p = s.palette;
  const crust = crustOf(p);
  s.ellipse(x + 12, y + 6, rx * 1.02, 16, p.ink, { opacity: 0.28 });
  s.path(`M${x - rx} ${y - 8}C${x - rx * 1.04} ${y - ry * 1.2} ${x + rx * 1.04} ${y - ry * 1.25} ${x + rx} ${y - 8}Q${x + rx * 0.7} ${y + 12} ${x} ${y + 12}T${x - rx} ${y - 8}Z`, crust, { shade: [['dark', 'bottomleft', 0.9, 0.75], ['glow', 'topright', 0.35, 0.5]] });
  const cut = mix(p.cream, p.paper, 0.3);
  if (mark === 'slash') {
    for (let i = -1; i <= 1; i += 1) s.path(`M${x + i * rx * 0.48 - rx * 0.22} ${y - ry * 0.26}Q${x + i * rx * 0.48 - rx * 0.06} ${y - ry * 0.9} ${x + i * rx * 0.48 + rx * 0.22} ${y - ry * (i ? 0.78 : 0.86)}Q${x + i * rx * 0.48 + rx * 0.14} ${y - ry * 0.5} ${x + i * rx * 0.48 - rx * 0.22} ${y - ry * 0.26}Z`, cut, { shade: [['dark', 'left', 0.4]] });
  } else {
    s.path(`M${x - rx * 0.56} ${y - ry * 0.48}Q${x} ${y - ry * 0.92} ${x + rx * 0.6} ${y - ry * 0.52}Q${x} ${y - ry * 0.66} ${x - rx * 0.56} ${y - ry * 0.48}Z`, cut);
    s.path(`M${x - rx * 0.1} ${y - ry * 0.16}Q${x - rx * 0.16} ${y - ry * 0.6} ${x + rx * 0.12} ${y - ry * 0.93}Q${x + rx * 0.06} ${y - ry * 0.5} ${x - rx * 0.1} ${y - ry * 0.16}Z`, cut);
  }
  for (let i = 0; i < 18; i += 1) s.circle(x + rng.range(-0.7, 0.7) * rx, y - rng.range(0.2, 0.8) * ry, rng.range(1.2, 2.6), p.white);
}

function sliced(s, x, y, p) {
  const crust = crustOf(p);
  s.poly([[x - 190, y - 6], [x + 160, y - 22], [x + 200, y + 12], [x - 170, y + 28]], p.woodDark, { shade: [['dark', 'bottom', 0.5]] });
  s.path(`M${x - 30} ${y}C${x - 40} ${y - 112} ${x + 150} ${y - 124} ${x + 156} ${y - 12}Q${x + 60} ${y + 10} ${x - 30} ${y}Z`, crust, { shade: [['dark', 'bottom', 0.8, 0.7]] });
  for (const [dx, k] of [[-34, 1], [-78, 0.97], [-126, 0.94]]) {
    const shape = (g) => `M${x + dx - 44 * k + g} ${y - g}C${x + dx - 56 * k + g} ${y - 104 * k + g} ${x + dx + 36 * k - g} ${y - 116 * k + g} ${x + dx + 36 * k - g} ${y - 6 - g}Z`;
    s.path(shape(0), crust, { shade: [['dark', 'left', 0.5]] });
    s.path(shape(7), mix(p.cream, p.paper, 0.4), { shade: [['dark', 'bottomleft', 0.35]] });
    for (let i = 0; i < 9; i += 1) s.ellipse(x + dx - 26 + (i % 3) * 20, y - 22 - Math.floor(i / 3) * 22, 4.5, 3, mix(p.cream, crust, 0.4));
  }
  s.poly([[x - 210, y + 32], [x + 40, y + 38], [x + 60, y + 46], [x - 200, y + 46]], p.steel, { shade: [['cut', 'left', 0.4]] });
  s.round(x + 40, y + 32, 120, 18, 8, p.woodDark);
}

function dough(s, x, y, p) {
  s.ellipse(x + 6, y + 8, 110, 12, p.ink, { opacity: 0.18 });
  s.path(`M${x - 104} ${y}C${x - 100} ${y - 84} ${x + 90} ${y - 92} ${x + 106} ${y}Q${x} ${y + 22} ${x - 104} ${y}Z`, mix(p.cream, p.white, 0.4), { shade: [['dark', 'bottomleft', 0.5]] });
}

function cloth(s, p) {
  s.path('M-10 640L120 548L300 596L240 720L70 812H-10Z', mix(p.white, p.stone, 0.15), { shade: [['dark', 'bottom', 0.4]] });
  for (const k of [0, 26]) s.line([[-10 + k, 668 + k * 0.4], [128 + k, 566 + k * 0.5], [290 - k * 0.2, 612 + k * 0.5]], p.red, 5);
}

function jar(s, x, y, p) {
  s.ellipse(x + 8, y + 2, 62, 10, p.ink, { opacity: 0.25 });
  s.path(`M${x - 44} ${y}Q${x - 58} ${y - 50} ${x - 34} ${y - 100}H${x + 34}Q${x + 58} ${y - 50} ${x + 44} ${y}Z`, mix(p.near, p.steel, 0.3), { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.4, 0.4]] });
  s.ellipse(x, y - 100, 36, 9, p.white);
  for (const [dx, tilt] of [[-12, -14], [10, 16]]) {
    s.line([[x + dx, y - 100], [x + dx + tilt, y - 176]], p.wood, 8);
    s.ellipse(x + dx + tilt * 1.15, y - 186, 13, 17, p.wood);
  }
}

function ear(s, rng, x, y, h, lean) {
  const p = s.palette;
  const colour = mix(p.yellow, p.wood, 0.25);
  const [tx, ty] = [x + Math.cos(lean) * h, y + Math.sin(lean) * h * 0.6];
  s.line([[x, y], [tx, ty]], colour, 4);
  for (let i = 0; i < 7; i += 1) {
    const t = 0.58 + i * 0.065;
    for (const side of [-1, 1]) s.move(`translate(${(x + (tx - x) * t).toFixed(1)} ${(y + (ty - y) * t).toFixed(1)}) rotate(${((lean * 60) + side * 32).toFixed(0)})`, () => s.ellipse(10, 0, 13, 5, colour));
  }
}

function oven(s, rng, p) {
  const brick = mix(p.brick, p.stone, 0.2);
  s.path('M610 560V150Q770 60 930 150V560Z', brick, { shade: [['dark', 'left', 0.6], ['dark', 'top', 0.4, 0.4]] });
  s.rect(700, -10, 140, 130, brick, { shade: [['dark', 'left', 0.6]] });
  for (let r = 0; r < 20; r += 1) for (let i = 0; i < 7; i += 1) if (rng.chance(0.5)) s.rect(616 + i * 45 + (r % 2) * 20, 150 + r * 20, 38, 13, mix(brick, rng.pick([p.ink, p.paper]), 0.13));
  const mouth = 'M672 430V330A98 98 0 0 1 868 330V430Z';
  s.path('M654 440V330A116 116 0 0 1 886 330V440Z', p.stoneDark, { shade: [['dark', 'left', 0.5]] });
  s.path(mouth, mix(p.accent, p.ink, 0.55), { shade: [['dark', 'top', 0.5]] });
  s.clip(mouth, () => {
    for (const [x, h, c] of [[700, 70, p.accent], [740, 110, p.accent], [790, 90, p.accent], [836, 64, p.accent], [720, 54, p.gold], [764, 74, p.gold], [812, 50, p.gold]]) s.path(`M${x - 26} 432Q${x - 28} ${432 - h * 0.5} ${x} ${432 - h}Q${x + 28} ${432 - h * 0.5} ${x + 26} 432Z`, c);
    s.glow(770, 430, 150, 0.9);
  });
  s.glow(770, 420, 330, p.dark ? 0.7 : 0.4);
  s.rect(650, 428, 240, 18, mix(p.stone, p.ink, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  s.path(circlePath(770, 500, 30, 26), mix(p.ink, brick, 0.2));
}

function rack(s, rng, x, y, p) {
  for (const dx of [-130, 130]) s.rect(x + dx - 6, 130, 12, 440, p.woodDark);
  for (let r = 0; r < 4; r += 1) {
    const sy = 216 + r * 100;
    for (let i = 0; i < 3; i += 1) {
      const lx = x - 84 + i * 84;
      const h = rng.range(44, 58);
      s.path(`M${lx - 38} ${sy}C${lx - 40} ${sy - h * 1.3} ${lx + 40} ${sy - h * 1.3} ${lx + 38} ${sy}Z`, mix(crustOf(p), p.ink, rng.range(0.05, 0.25)), { shade: [['dark', 'bottomleft', 0.7]] });
      s.line([[lx - 14, sy - h * 0.5], [lx + 14, sy - h * 0.7]], p.cream, 5);
    }
    s.rect(x - 136, sy, 272, 10, p.wood, { shade: [['dark', 'bottom', 0.5]] });
  }
}
