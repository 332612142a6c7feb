// Rooms: walls and floor in one-point perspective, windows with the sky of the hour, light falling in.

import { camera } from './camera.mjs';
import { mix } from './colour.mjs';
import { pointsToPath } from './sheet.mjs';

/** Draws an empty room and returns its camera. Width, height and depth in metres; the viewer stands at z = 0. */
export function room(s, rng, { width = 9, height = 3.6, depth = 8, eye = 1.6, x = 0, focal = 900, horizon = 380, centre = 600, wall, floor, boards = 'planks', ceiling = true } = {}) {
  const p = s.palette;
  const cam = camera({ x, eye, focal, horizon, centre });
  const skin = wall ?? p.wall;
  const ground = floor ?? p.floor;
  const [l, r] = [-width / 2, width / 2];
  const near = 0.6;
  s.rect(-5, -5, 1210, 810, skin);
  if (ceiling) s.poly([cam(l, height, near), cam(r, height, near), cam(r, height, depth), cam(l, height, depth)], mix(skin, p.ink, p.dark ? 0.35 : 0.12), { shade: [['dark', 'top', 0.5]] });
  s.poly([cam(l, 0, depth), cam(r, 0, depth), cam(r, height, depth), cam(l, height, depth)], skin, { shade: [['dark', 'top', 0.45, 0.6], ['dark', 'bottomleft', 0.3, 0.6]] });
  s.poly([cam(l, 0, near), cam(l, 0, depth), cam(l, height, depth), cam(l, height, near)], mix(skin, p.ink, 0.16), { shade: [['dark', 'left', 0.6, 0.9]] });
  s.poly([cam(r, 0, near), cam(r, 0, depth), cam(r, height, depth), cam(r, height, near)], mix(skin, p.ink, 0.1), { shade: [['dark', 'right', 0.5, 0.9]] });
  s.poly([cam(l, 0, near), cam(r, 0, near), cam(r, 0, depth), cam(l, 0, depth)], ground, { shade: [['dark', 'bottom', 0.55, 0.8]] });
  const seam = mix(ground, p.ink, 0.25);
  if (boards === 'planks') {
    for (let bx = l; bx <= r + 0.01; bx += 0.5) s.line([cam(bx, 0, near), cam(bx, 0, depth)], seam, 1.8);
    for (let i = 0; i < 26; i += 1) {
      const bx = l + 0.5 * rng.int(0, Math.floor(width / 0.5) - 1);
      const z = rng.range(1.2, depth);
      s.line([cam(bx, 0, z), cam(bx + 0.5, 0, z)], seam, 1.6);
    }
  } else if (boards === 'tiles') {
    for (let ix = 0; ix < width; ix += 1) {
      for (let iz = 0; iz < depth; iz += 1) {
        if ((ix + iz) % 2) s.poly([cam(l + ix, 0, Math.max(near, iz)), cam(l + ix + 1, 0, Math.max(near, iz)), cam(l + ix + 1, 0, Math.min(depth, iz + 1)), cam(l + ix, 0, Math.min(depth, iz + 1))], mix(ground, p.ink, 0.18), { opacity: 0.7 });
      }
    }
  }
  const foot = mix(skin, p.ink, 0.35);
  s.poly([cam(l, 0, depth), cam(r, 0, depth), cam(r, 0.16, depth), cam(l, 0.16, depth)], foot);
  cam.size = { width, height, depth, l, r };
  return cam;
}

/** A window in the back wall, with what is outside; `beam` lets the light fall on the floor. */
export function backWindow(s, rng, cam, { x0, x1, y0 = 1, y1 = 3, panes = [2, 3], view = true, beam = true, arch = false, light = true }) {
  const p = s.palette;
  const z = cam.size.depth;
  const [ax, ay] = cam(x0, y1, z);
  const [bx, by] = cam(x1, y0, z);
  const frame = mix(p.white, p.wood, 0.2);
  const w = bx - ax;
  const top = arch ? w / 2 : 0;
  const shape = (g) => (arch
    ? `M${ax - g} ${by + g}V${ay + top}A${w / 2 + g} ${w / 2 + g} 0 0 1 ${bx + g} ${ay + top}V${by + g}Z`
    : pointsToPath([[ax - g, ay - g], [bx + g, ay - g], [bx + g, by + g], [ax - g, by + g]]));
  s.path(shape(9), frame, { shade: [['dark', 'right', 0.4]] });
  outside(s, rng, shape(0), [ax, ay, bx, by], view, light);
  for (let i = 1; i < panes[0]; i += 1) s.line([[ax + (w * i) / panes[0], ay], [ax + (w * i) / panes[0], by]], frame, 5, { cap: 'butt' });
  for (let i = 1; i < panes[1]; i += 1) s.line([[ax, ay + ((by - ay) * i) / panes[1]], [bx, ay + ((by - ay) * i) / panes[1]]], frame, 4, { cap: 'butt' });
  s.rect(ax - 16, by + 6, w + 32, 10, mix(frame, p.ink, 0.15), { shade: [['dark', 'bottom', 0.5]] });
  if (beam && p.variant !== 'night') {
    const shift = cam.beam ?? 1.2;
    const points = [cam(x0 + shift * 0.5, 0, z - 1.2), cam(x1 + shift * 0.5, 0, z - 1.2), cam(x1 + shift * 1.6, 0, z - 4), cam(x0 + shift * 1.6, 0, z - 4)];
    s.poly(points, mix(p.glow, p.paper, 0.4), { opacity: p.dark ? 0.28 : 0.42 });
    s.shade(pointsToPath(points), 'glow', 'top', 0.6);
  }
}

/** What a window shows: the sky of the hour and far hills. Only one window of a room may show the sun or the moon. */
export function outside(s, rng, shape, [ax, ay, bx, by], view = true, light = true) {
  const p = s.palette;
  const [w, h] = [bx - ax, by - ay];
  s.path(shape, p.sky[1], { shade: [['dark', 'top', 0.3]] });
  s.clip(shape, () => {
    s.rect(ax, ay + h * 0.4, w, h, p.sky[2]);
    s.rect(ax, ay + h * 0.65, w, h, p.sky[3]);
    if (!view) return;
    if (p.variant === 'night') {
      if (light) s.circle(ax + w * 0.68, ay + h * 0.24, Math.min(w, h) * 0.11, p.sun);
      for (let i = 0; i < 9; i += 1) s.circle(rng.range(ax, bx), rng.range(ay, ay + h * 0.5), 1.6, p.paper);
    } else if (p.variant !== 'day') {
      if (light) s.circle(ax + w * 0.32, ay + h * 0.62, Math.min(w, h) * 0.14, p.sun);
      if (light) s.glow(ax + w * 0.32, ay + h * 0.62, Math.min(w, h) * 0.5, 0.6);
    } else {
      s.ellipse(ax + w * 0.6, ay + h * 0.3, w * 0.26, h * 0.05, p.cloud);
      s.ellipse(ax + w * 0.45, ay + h * 0.34, w * 0.2, h * 0.035, p.cloud);
    }
    s.path(`M${ax} ${ay + h * 0.82}Q${ax + w * 0.3} ${ay + h * 0.66} ${ax + w * 0.55} ${ay + h * 0.8}T${bx} ${ay + h * 0.76}V${by}H${ax}Z`, p.far, { shade: [['dark', 'bottom', 0.4]] });
    s.path(`M${ax} ${ay + h * 0.9}Q${ax + w * 0.4} ${ay + h * 0.84} ${bx} ${ay + h * 0.93}V${by}H${ax}Z`, p.mid);
  });
}

/** A lamp hanging from above, with its cone of light. `x`, `y` is the shade's rim; `reach` how far the light falls. */
export function hangingLamp(s, x, y, r, { reach = 420, spread = 2.4, colour = s.palette.near, on = s.palette.variant !== 'day' } = {}) {
  const p = s.palette;
  s.line([[x, -10], [x, y - r * 0.8]], p.ink, 2.6);
  if (on) {
    s.poly([[x - r * 0.9, y], [x + r * 0.9, y], [x + r * spread, y + reach], [x - r * spread, y + reach]], p.lamp, { opacity: p.dark ? 0.13 : 0.1 });
    s.shade(pointsToPath([[x - r * 0.9, y], [x + r * 0.9, y], [x + r * spread, y + reach], [x - r * spread, y + reach]]), 'glow', 'top', p.dark ? 0.55 : 0.3);
    s.glow(x, y + r * 0.3, r * 2.4, 0.6);
    s.ellipse(x, y + r * 0.02, r * 0.5, r * 0.24, p.lamp);
  }
  s.path(`M${x - r} ${y}C${x - r * 0.9} ${y - r * 0.55} ${x - r * 0.3} ${y - r * 0.62} ${x - r * 0.16} ${y - r * 0.95}H${x + r * 0.16}C${x + r * 0.3} ${y - r * 0.62} ${x + r * 0.9} ${y - r * 0.55} ${x + r} ${y}Z`, colour, { shade: [['dark', 'left', 0.7, 0.7], ['cut', 'right', 0.4, 0.4]] });
}
