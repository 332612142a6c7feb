// An archive: an aisle between shelves of boxes and files, an archivist with a trolley.

import { box, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { person } from './kit/people.mjs';
import { backWindow, hangingLamp, room } from './kit/room.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 7, height: 4.2, depth: 12, eye: 1.7, horizon: 410, focal: 860, centre: 560, floor: mix(p.stone, p.floor, 0.4) });
  backWindow(s, rng, cam, { x0: -1, x1: 1, y0: 1.2, y1: 3.6, panes: [2, 3] });
  for (const side of [-1, 1]) for (let i = 3; i >= 0; i -= 1) rack(s, rng, cam, side, 1.5 + i * 2.6);
  const [ax, ay] = cam(0.1, 0, 7.2);
  person(s, rng, { x: ax, y: ay, h: cam.scale(7.2) * 1.7, coat: mix(p.near, p.steel, 0.3), turn: -1, walk: true });
  trolley(s, rng, cam, p);
  for (const z of [9, 5.4]) {
    const [x, y] = cam(0, 3.4, z);
    hangingLamp(s, x, y, cam.scale(z) * 0.3, { reach: cam.scale(z) * 3.2, spread: 3.4, colour: p.near });
  }
  // Boxes on the floor in front, one of them open
  const card = mix(p.wood, p.cream, 0.45);
  const open = box(s, cam, { at: [1.35, 0, 3.3], size: [0.62, 0.42, 0.5], yaw: 0.3, colours: { ...solid(card, p), top: p.ink }, shade: { sides: [['dark', 'bottom', 0.5]] } });
  for (let i = 0; i < 8; i += 1) {
    const q = [open.top(0.08, 0.1 + i * 0.1), open.top(0.92, 0.1 + i * 0.1)];
    const c = rng.pick([p.white, p.cream, p.yellow, mix(p.red, p.white, 0.3)]);
    s.poly([q[0], q[1], [q[1][0], q[1][1] - rng.range(22, 40)], [q[0][0], q[0][1] - rng.range(22, 40)]], c, { shade: [['dark', 'bottom', 0.4]] });
  }
  s.poly(onFace(open.front, 0.3, 0.35, 0.7, 0.7), p.white);
  return s;
}

function rack(s, rng, cam, side, z) {
  const p = s.palette;
  const x = side * 1.85;
  const deep = 2.4;
  const tall = 3.9;
  const face = (u, v) => cam(x, v * tall, z + u * deep);
  const steel = mix(p.near, p.steel, 0.3);
  s.poly([cam(x, 0, z), cam(side * 3.4, 0, z), cam(side * 3.4, tall, z), cam(x, tall, z)], mix(steel, p.ink, 0.15), { shade: [['dark', 'bottom', 0.4]] });
  s.poly(onFace(face, 0, 0, 1, 1), mix(p.ink, steel, 0.2));
  const rows = 7;
  for (let r = 0; r < rows; r += 1) {
    const v0 = 0.02 + r / rows;
    const h = 1 / rows;
    for (let u = 0.02; u < 0.95;) {
      const kind = rng();
      if (kind < 0.6) {
        // A box with a label
        const w = rng.range(0.12, 0.17);
        if (u + w > 0.98) break;
        const tone = mix(rng.pick([p.wood, p.cream, p.brick, p.stone, p.leaf]), p.cream, 0.35);
        s.poly(onFace(face, u, v0, u + w - 0.008, v0 + h * 0.74), tone, { shade: [['dark', 'bottom', 0.4]] });
        s.poly(onFace(face, u + w * 0.28, v0 + h * 0.3, u + w * 0.66, v0 + h * 0.52), p.white);
        s.line([face(u, v0 + h * 0.6), face(u + w - 0.008, v0 + h * 0.6)], mix(tone, p.ink, 0.3), Math.max(1, 6 / z));
        u += w;
      } else {
        // A run of files
        for (let i = 0; i < 5 && u < 0.96; i += 1) {
          const w = rng.range(0.022, 0.036);
          s.poly(onFace(face, u, v0, u + w - 0.003, v0 + h * rng.range(0.56, 0.78)), mix(rng.pick([p.red, p.near, p.yellow, p.white, p.steel]), p.ink, 0.06));
          u += w;
        }
        u += 0.008;
      }
    }
    s.poly(onFace(face, 0, v0 - 0.018, 1, v0), mix(steel, p.paper, 0.15));
  }
  s.shade(`M${onFace(face, 0, 0, 1, 1).map((q) => q.join(' ')).join('L')}Z`, 'dark', side < 0 ? 'left' : 'right', 0.5, 0.8);
  for (const u of [0, 0.985]) s.poly(onFace(face, u, 0, u + 0.02, 1), steel);
  // The plate at the end of the row
  const plate = (u, v) => cam(side * (2.2 + 0.5 * u), 1.7 + 0.3 * v, z - 0.01);
  s.poly(onFace(plate, 0, 0, 1, 1), p.white);
  s.line([plate(0.2, 0.5), plate(0.8, 0.5)], p.ink, 3);
}

function trolley(s, rng, cam, p) {
  const z = 5.6;
  const steel = mix(p.steel, p.paper, 0.15);
  for (const y of [0.3, 0.8]) {
    box(s, cam, { at: [-0.75, y, z], size: [0.9, 0.05, 0.6], colours: solid(steel, p) });
    for (let i = 0; i < 3; i += 1) box(s, cam, { at: [-1.05 + i * 0.3, y + 0.05, z], size: [0.26, 0.28 + (i % 2) * 0.07, 0.4], colours: solid(mix(rng.pick([p.wood, p.red, p.yellow]), p.cream, 0.35), p) });
  }
  for (const dx of [-0.43, 0.43]) s.line([cam(-0.75 + dx, 0.08, z - 0.28), cam(-0.75 + dx, 1.05, z - 0.28)], p.near, 6);
  for (const dx of [-0.43, 0.43]) s.circle(...cam(-0.75 + dx, 0.06, z - 0.28), 11, p.ink);
}
