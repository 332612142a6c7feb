// A sealed ballot box on a table, booths with curtains behind it.

import { box, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { sheetOfPaper } from './kit/props.mjs';
import { backWindow, hangingLamp, room } from './kit/room.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 10, height: 3.7, depth: 7, eye: 1.75, horizon: 300, focal: 900 });
  for (const x of [-3.6, 0, 3.6]) backWindow(s, rng, cam, { x0: x - 0.85, x1: x + 0.85, y0: 1.5, y1: 3.2, panes: [2, 2], beam: x === 0, light: x > 0 });
  booths(s, cam, p);
  const top = 0.8;
  for (const [x, z] of [[-1.5, 2.55], [1.5, 2.55]]) box(s, cam, { at: [x, 0, z], size: [0.1, top, 0.1], colours: solid(p.woodDark, p) });
  box(s, cam, { at: [0, top, 3], size: [3.4, 0.07, 1.3], colours: { ...solid(p.wood, p), top: mix(p.wood, p.cream, 0.25) }, shade: { top: [['dark', 'bottomleft', 0.5, 0.7]] } });
  const y = top + 0.07;
  s.poly([cam(-0.5, y, 2.5), cam(0.8, y, 2.5), cam(1.5, y, 3.3), cam(0.2, y, 3.3)], p.ink, { opacity: 0.22 });
  const white = mix(p.white, p.steel, 0.12);
  const seen = box(s, cam, { at: [0, y, 2.95], size: [1, 0.76, 0.74], yaw: 0.36, colours: { top: mix(white, p.paper, 0.5), front: white, side: mix(white, p.ink, 0.24) }, shade: { sides: [['dark', 'bottom', 0.45]] } });
  const { front, top: lid } = seen;
  const side = seen.left ?? seen.right;
  // The lid's rim, the slot, and a ballot on its way in
  for (const face of [front, side]) {
    s.poly(onFace(face, -0.015, 0.87, 1.015, 1.01), mix(white, p.steel, 0.5), { shade: [['dark', 'bottom', 0.5]] });
    s.poly(onFace(face, 0, 0, 1, 0.05), mix(white, p.ink, 0.4));
  }
  s.poly(onFace(lid, 0.22, 0.44, 0.78, 0.56), p.ink);
  const [ax, ay] = lid(0.34, 0.5);
  const [bx, by] = lid(0.68, 0.5);
  s.poly([[ax, ay + 3], [bx, by + 3], [bx + 16, by - 118], [ax + 16, ay - 126]], mix(p.white, p.paper, 0.6), { shade: [['dark', 'bottom', 0.4]] });
  s.line([[ax + 26, ay - 92], [bx, by - 86]], mix(p.ink, p.white, 0.5), 3);
  for (const dy of [-66, -42]) {
    s.rect(ax + 20, ay + dy - 4, 12, 12, 'none', { stroke: mix(p.ink, p.white, 0.35), width: 2.4 });
    s.line([[ax + 44, ay + dy + 3], [bx, by + dy + 6]], mix(p.ink, p.white, 0.5), 2.6);
  }
  // Two seals with their tapes
  for (const u of [0.16, 0.84]) {
    s.poly([front(u - 0.025, 1.01), front(u + 0.025, 1.01), front(u + 0.025, 0.6), front(u - 0.025, 0.6)], p.red);
    s.circle(...front(u, 0.6), 17, p.red, { shade: [['dark', 'bottomleft', 0.6]] });
    s.circle(...front(u, 0.6), 10, mix(p.red, p.ink, 0.25));
  }
  s.poly(onFace(front, 0.28, 0.2, 0.72, 0.56), p.local(mix(p.cool, p.ink, 0.1)));
  const [cx, cy] = front(0.5, 0.38);
  s.path(`M${cx - 34} ${cy - 2}l24 26l46 -52`, 'none', { stroke: p.white, width: 11 });
  const on = (x, z) => cam(x, y + 0.005, z);
  for (const [x, z, r] of [[-1.3, 2.6, 0.1], [-1.24, 2.58, -0.05], [1, 2.62, -0.2]]) sheetOfPaper(s, [on(x, z + 0.5), on(x + 0.42, z + 0.5 + r * 0.4), on(x + 0.42 + r * 0.3, z + r * 0.4), on(x + r * 0.3, z)], 4, mix(p.white, p.paper, 0.3));
  s.line([on(-1.0, 2.5), on(-0.6, 2.72)], p.red, 8);
  if (p.dark) hangingLamp(s, 600, 84, 70, { reach: 380, spread: 4, colour: p.near });
  return s;
}

function booths(s, cam, p) {
  for (const [i, x] of [-3.7, -1.9, 1.9, 3.7].entries()) {
    const at = (u, v, z = 6) => cam(x - 0.8 + 1.6 * u, v, z);
    s.poly([at(0, 0), at(1, 0), at(1, 2.1), at(0, 2.1)], mix(p.ink, p.near, 0.4));
    s.poly([at(0, 1, 6.6), at(1, 1, 6.6), at(1, 1), at(0, 1)], p.wood);
    const open = i === 1 ? 0.5 : 1;
    const cloth = i % 2 ? p.red : mix(p.near, p.leaf, 0.35);
    s.poly([at(0, 0.3), at(open, 0.3), at(open, 2.05), at(0, 2.05)], cloth, { shade: [['dark', 'left', 0.5], ['dark', 'bottom', 0.4]] });
    for (let k = 1; k < 8 * open; k += 1) s.line([at(k / 8, 2.02), at(k / 8 + (k % 2 ? 0.015 : -0.015), 0.32)], mix(cloth, p.ink, 0.3), 3);
    for (const u of [0, 1]) s.poly([at(u - 0.04, 0), at(u + 0.04, 0), at(u + 0.04, 2.2), at(u - 0.04, 2.2)], mix(p.wood, p.cream, 0.3), { shade: [['dark', 'left', 0.4]] });
    s.poly([at(-0.04, 2.05), at(1.04, 2.05), at(1.04, 2.25), at(-0.04, 2.25)], mix(p.wood, p.cream, 0.4), { shade: [['dark', 'bottom', 0.5]] });
    if (i === 1 && p.dark) s.glow(...at(0.75, 1.4), 80, 0.7);
  }
}
