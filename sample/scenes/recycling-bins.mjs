// A row of recycling bins along a garden wall, one with its lid up.

import { box, camera, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { crown, hills, sky, tree } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house, lampPost } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 420, sun: [230, p.variant === 'day' ? 100 : 200], r: 54, clouds: 4 });
  hills(s, rng, { y: 380, amp: 50, colour: p.far });
  for (let x = -30; x < 1220;) {
    const w = rng.range(120, 190);
    house(s, rng, { x, y: 470, w, h: rng.range(110, 190), rows: 2, wall: mix(rng.pick([p.cream, p.white, p.yellow]), p.mid, 0.22), roof: mix(p.brick, p.mid, 0.2) });
    x += w + rng.pick([0, 40]);
  }
  for (const x of [80, 420, 760, 1120]) tree(s, rng, x + rng.range(-30, 30), 480, rng.range(190, 240), { colour: p.green });
  for (let x = -20; x < 1230; x += 62) crown(s, rng, x, 462, 52, 40, mix(p.green, p.ink, 0.15));
  const wall = mix(p.brick, p.stone, 0.45);
  s.rect(-5, 452, 1210, 110, wall, { shade: [['dark', 'bottom', 0.5]] });
  s.rect(-5, 444, 1210, 14, p.stone, { shade: [['dark', 'bottom', 0.5]] });
  for (let r = 0; r < 6; r += 1) for (let x = (r % 2) * 26; x < 1200; x += 52) if (rng.chance(0.4)) s.rect(x, 464 + r * 16, 44, 10, mix(wall, rng.pick([p.ink, p.paper]), 0.12));
  const cam = camera({ eye: 2.3, horizon: 330, focal: 920, centre: 640 });
  const paving = mix(p.stone, p.ground, 0.35);
  s.rect(-5, 560, 1210, 260, paving, { shade: [['dark', 'bottom', 0.5], ['dark', 'top', 0.5, 0.25]] });
  for (let x = -9; x < 10; x += 0.9) s.line([cam(x, 0, 3.8), cam(x, 0, 9.2)], mix(paving, p.ink, 0.16), 2);
  for (const z of [5, 6.2, 7.6]) s.line([cam(-20, 0, z), cam(20, 0, z)], mix(paving, p.ink, 0.16), 2);
  const colours = [p.local(mix(p.cool, p.air, 0.3)), p.yellow, p.leaf, p.red, mix(p.wood, p.ink, 0.1)];
  const marks = [sheet, bottle, leaf, can, apple];
  colours.forEach((colour, i) => bin(s, rng, cam, -3.9 + i * 1.62, colour, marks[i], i === 2));
  person(s, rng, { x: 1050, y: 716, h: 330, coat: p.near, turn: -1, arm: 'out', bag: p.cream });
  lampPost(s, 1150, 600, 420);
  // Flattened boxes that wait beside the first bin
  s.poly([[10, 690], [70, 520], [88, 524], [60, 702]], mix(p.wood, p.cream, 0.45), { shade: [['dark', 'bottom', 0.5]] });
  s.poly([[34, 704], [92, 540], [110, 548], [84, 716]], mix(p.wood, p.cream, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  for (let i = 0; i < 22; i += 1) s.ellipse(rng.range(0, 1200), rng.range(730, 795), rng.range(5, 10), 3, rng.pick([p.yellow, p.red, p.wood]));
  return s;
}

function bin(s, rng, cam, x, colour, mark, open) {
  const p = s.palette;
  const z = 6.7;
  const [fx, fy] = cam(x, 0, z - 0.5);
  s.ellipse(fx + 10, fy + 2, 118, 14, p.ink, { opacity: 0.28 });
  const seen = box(s, cam, { at: [x, 0.1, z], size: [1.16, 1.2, 1], colours: solid(colour, p), shade: { sides: [['dark', 'bottom', 0.6], ['dark', 'left', 0.3]] } });
  const face = seen.front;
  for (const u of [0.06, 0.94]) s.poly(onFace(face, u - 0.02, 0.02, u + 0.02, 0.95), mix(colour, p.ink, 0.16));
  const side = seen.right ?? seen.left;
  if (side) for (const u of [0.25, 0.5, 0.75]) s.line([side(u, 0.05), side(u, 0.95)], mix(colour, p.ink, 0.45), 3);
  s.poly(onFace(face, -0.02, 0.93, 1.02, 1), mix(colour, p.ink, 0.3));
  // Lid
  if (open) {
    s.poly([cam(x - 0.56, 1.3, z - 0.48), cam(x + 0.56, 1.3, z - 0.48), cam(x + 0.56, 1.3, z + 0.48), cam(x - 0.56, 1.3, z + 0.48)], mix(p.ink, colour, 0.15));
    const [bx, by] = cam(x, 1.32, z);
    for (let i = 0; i < 7; i += 1) s.blob([[bx - 60 + i * 20 - 16, by + 8], [bx - 60 + i * 20, by - 20 - rng.range(0, 16)], [bx - 60 + i * 20 + 18, by + 6]], rng.pick([p.leaf, p.green, p.yellow, p.wood]));
    s.poly([cam(x - 0.6, 1.32, z + 0.5), cam(x + 0.6, 1.32, z + 0.5), cam(x + 0.6, 2.2, z + 0.72), cam(x - 0.6, 2.2, z + 0.72)], mix(colour, p.ink, 0.35), { shade: [['dark', 'bottom', 0.6]] });
  } else {
    const lid = (u, v) => cam(x - 0.62 + 1.24 * u, 1.3 + 0.16 * v, z - 0.55 + 1.1 * v);
    s.poly(onFace(lid, 0, 0, 1, 1), mix(colour, p.paper, 0.26), { shade: [['dark', 'top', 0.4]] });
    s.poly([cam(x - 0.62, 1.3, z - 0.55), cam(x + 0.62, 1.3, z - 0.55), cam(x + 0.62, 1.2, z - 0.55), cam(x - 0.62, 1.2, z - 0.55)], mix(colour, p.ink, 0.1));
    s.poly(onFace(lid, 0.3, 0.3, 0.7, 0.5), mix(colour, p.ink, 0.6));
  }
  for (const u of [0.14, 0.86]) {
    const [wx, wy] = face(u, -0.03);
    s.ellipse(wx, wy, 15, 17, p.ink);
    s.ellipse(wx, wy, 6, 7, p.steel);
  }
  const [cx, cy] = face(0.5, 0.52);
  s.circle(cx, cy, 40, p.white, { shade: [['dark', 'bottomleft', 0.35]] });
  mark(s, cx, cy, mix(colour, p.ink, 0.25));
}

function sheet(s, x, y, ink) {
  s.path(`M${x - 15} ${y - 22}h20l11 11v33h-31Z`, ink);
  for (const dy of [-4, 5, 14]) s.line([[x - 9, y + dy], [x + 10, y + dy]], s.palette.white, 3.4);
}

function bottle(s, x, y, ink) {
  s.path(`M${x - 5} ${y - 26}h10v12q10 6 10 16v20q0 4 -4 4h-22q-4 0 -4 -4v-20q0 -10 10 -16Z`, ink);
}

function leaf(s, x, y, ink) {
  s.path(`M${x - 20} ${y + 18}Q${x - 22} ${y - 20} ${x + 22} ${y - 20}Q${x + 22} ${y + 18} ${x - 20} ${y + 18}Z`, ink);
  s.line([[x - 22, y + 24], [x + 10, y - 8]], s.palette.white, 4);
}

function can(s, x, y, ink) {
  s.rect(x - 15, y - 18, 30, 38, ink);
  s.ellipse(x, y - 18, 15, 5, s.palette.white);
  s.ellipse(x, y - 19, 12, 4, ink);
  s.ellipse(x, y + 20, 15, 5, ink);
}

function apple(s, x, y, ink) {
  s.path(`M${x} ${y - 10}C${x - 26} ${y - 22} ${x - 26} ${y + 24} ${x - 6} ${y + 22}Q${x} ${y + 18} ${x + 6} ${y + 22}C${x + 26} ${y + 24} ${x + 26} ${y - 22} ${x} ${y - 10}Z`, ink);
  s.line([[x, y - 10], [x + 6, y - 24]], ink, 4);
}
