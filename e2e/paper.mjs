// What a page looks like on paper: printed to PDF by the browser, and read back with poppler's tools.

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import decode from "qr/decode.js";

/**
 * Prints a page as the reader's browser would. Returns `text` (as pdftotext reads it, in reading order), `lines` of it
 * put together where a paragraph was wrapped, the number of `pages`, their `size` in points, and the number of
 * `pictures`; `codes(dpi)` reads the QR codes on it.
 */
export async function paper(t, page) {
  const folder = await mkdtemp(join(tmpdir(), "civil-paper-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, "page.pdf");
  await writeFile(file, await page.pdf({ preferCSSPageSize: true }));
  const read = (...command) => execFileSync(command[0], command.slice(1), { encoding: "utf8" });
  const text = read("pdftotext", file, "-");
  const about = read("pdfinfo", file);
  const pictures = read("pdfimages", "-list", file).split("\n").filter((line) => / image /.test(line)).length;

  return {
    text,
    flowing: flowing(text),
    pages: Number(/^Pages: +(\d+)/m.exec(about)[1]),
    size: /^Page size: +([\d.]+) x ([\d.]+)/m.exec(about).slice(1).map(Number),
    pictures,
    async codes() {
      const found = [];
      execFileSync("pdftoppm", ["-r", "150", file, join(folder, "page")]);
      for (let number = 1; ; number++) {
        const image = await readFile(join(folder, `page-${number}.ppm`)).catch(() => undefined);
        if (!image) return found;
        const [header, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString("latin1"));
        const data = Uint8Array.from(image.subarray(header.length));
        try {
          found.push(decode({ width: Number(width), height: Number(height), data }));
        } catch {
          // A page without a code.
        }
      }
    },
  };
}

/** Text without the breaks of its lines, so that a sentence is found however it was wrapped. */
export const flowing = (text) => text.normalize("NFC").replace(/\u00ad|-\n/g, "").replace(/\s+/g, " ");

/** How often a text stands in another one. */
export const count = (text, part) => text.split(part).length - 1;
