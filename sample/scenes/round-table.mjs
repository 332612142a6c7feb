// A round table with chairs around it, papers at each place, before the talks begin.

import { box, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { sheetOfPaper } from './kit/props.mjs';
import { backWindow, hangingLamp, room } from './kit/room.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 11, height: 4.2, depth: 9, eye: 2.3, horizon: 260, focal: 860 });
  for (const x of [-3.4, 0, 3.4]) backWindow(s, rng, cam, { x0: x - 1.1, x1: x + 1.1, y0: 0.9, y1: 3.7, panes: [2, 4], light: x < 0 });
  for (const x of [-1.7, 1.7]) {
    const [lx, ly] = cam(x, 2.5, 8.95);
    s.poly([[lx - 14, ly], [lx + 14, ly], [lx + 20, ly - 34], [lx - 20, ly - 34]], p.variant === 'day' ? p.white : p.lamp);
    s.rect(lx - 3, ly, 6, 18, p.yellow);
    if (p.variant !== 'day') s.glow(lx, ly - 20, 110, 0.7);
  }
  // A carpet under the table
  const ring = (r, y, z = 4.7) => Array.from({ length: 48 }, (_, i) => cam(Math.cos((i / 48) * Math.PI * 2) * r, y, z + Math.sin((i / 48) * Math.PI * 2) * r));
  s.poly(ring(3.1, 0), mix(p.red, p.floor, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  s.poly(ring(2.85, 0), mix(p.red, p.ink, 0.15));
  const seats = Array.from({ length: 10 }, (_, i) => (i / 10) * Math.PI * 2 + 0.31);
  const place = (a, r) => [Math.cos(a) * r, 4.7 + Math.sin(a) * r];
  const far = seats.filter((a) => Math.sin(a) > -0.1).sort((a, b) => Math.sin(b) - Math.sin(a));
  const near = seats.filter((a) => Math.sin(a) <= -0.1).sort((a, b) => Math.sin(b) - Math.sin(a));
  far.forEach((a) => chair(s, cam, ...place(a, 2.35), a, p));
  // Foot, edge and top of the table
  s.poly(ring(0.7, 0.02), p.woodDark);
  const [fx, fy] = cam(0, 0, 4.4);
  s.rect(fx - 70, fy - 150, 140, 160, p.woodDark, { shade: [['dark', 'left', 0.7]] });
  s.poly(ring(1.9, 0.68), mix(p.wood, p.ink, 0.5));
  s.poly([...ring(1.9, 0.68)], mix(p.wood, p.ink, 0.45));
  const top = ring(1.9, 0.78);
  const low = ring(1.9, 0.66);
  s.poly([...top.slice(24), top[0], ...[low[0], ...low.slice(24).reverse()]], mix(p.wood, p.ink, 0.3), { shade: [['dark', 'left', 0.5]] });
  s.poly(top, mix(p.wood, p.cream, 0.2), { shade: [['dark', 'bottomleft', 0.5, 0.7], ['glow', 'top', p.dark ? 0.35 : 0.2]] });
  s.poly(ring(1.05, 0.785), mix(p.wood, p.cream, 0.08));
  s.poly(ring(1.0, 0.787), mix(p.wood, p.cream, 0.25));
  for (const a of [...far, ...near]) {
    const turn = (r, side) => {
      const [x, z] = place(a, r);
      return cam(x - Math.sin(a) * side, 0.79, z + Math.cos(a) * side);
    };
    const side = 0.2;
    sheetOfPaper(s, [turn(1.32, side), turn(1.32, -side), turn(1.74, -side), turn(1.74, side)], 4, mix(p.white, p.paper, 0.3));
    s.line([turn(1.36, -0.28), turn(1.66, -0.3)], rng.pick([p.red, p.near, p.ink]), 4);
    glass(s, ...turn(1.22, 0.32), cam.scale(place(a, 1.2)[1]) * 0.13, p);
  }
  bowl(s, ...cam(0, 0.79, 4.7), p);
  near.forEach((a) => chair(s, cam, ...place(a, 2.35), a, p));
  hangingLamp(s, 600, 120, 110, { reach: 330, spread: 3.6, colour: p.yellow });
  return s;
}

function chair(s, cam, x, z, a, p) {
  const k = cam.scale(z);
  const seat = mix(p.near, p.leaf, 0.2);
  const yaw = Math.PI / 2 - a;
  for (const [dx, dz] of [[-0.2, -0.2], [0.2, -0.2], [-0.2, 0.2], [0.2, 0.2]]) s.line([cam(x + dx, 0, z + dz), cam(x + dx, 0.46, z + dz)], p.woodDark, Math.max(3, k * 0.035));
  const back = () => box(s, cam, { at: [x + Math.cos(a) * 0.22, 0.5, z + Math.sin(a) * 0.22], size: [0.5, 0.55, 0.07], yaw, colours: solid(seat, p), shade: { sides: [['dark', 'bottom', 0.5], ['dark', 'left', 0.3]] } });
  if (Math.sin(a) > 0) back();
  box(s, cam, { at: [x, 0.42, z], size: [0.5, 0.09, 0.5], yaw, colours: solid(mix(seat, p.ink, 0.1), p) });
  if (Math.sin(a) <= 0) back();
}

function glass(s, x, y, h, p) {
  s.path(`M${x - h * 0.3} ${y - h}H${x + h * 0.3}L${x + h * 0.24} ${y}H${x - h * 0.24}Z`, mix(p.white, p.sky[1], 0.3), { opacity: 0.7 });
  s.path(`M${x - h * 0.27} ${y - h * 0.5}H${x + h * 0.27}L${x + h * 0.24} ${y}H${x - h * 0.24}Z`, mix(p.steel, p.sky[1], 0.4), { opacity: 0.8 });
}

function bowl(s, x, y, p) {
  s.ellipse(x + 6, y + 4, 74, 14, p.ink, { opacity: 0.3 });
  for (const [dx, dy, c] of [[-30, -34, p.red], [0, -44, p.yellow], [28, -34, p.leaf], [-12, -30, p.leaf], [14, -28, p.red]]) s.circle(x + dx, y + dy, 19, c, { shade: [['dark', 'bottomleft', 0.6]] });
  s.path(`M${x - 62} ${y - 30}H${x + 62}Q${x + 46} ${y + 4} ${x} ${y + 4}T${x - 62} ${y - 30}Z`, mix(p.white, p.steel, 0.2), { shade: [['dark', 'bottomleft', 0.6], ['cut', 'right', 0.3]] });
}
