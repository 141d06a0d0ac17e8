import { encodeQR } from "qr";

/** Modules of quiet around a code, without which a camera does not find it. */
const quietModules = 4;

/** The rows of a QR code with its quiet zone, true where it is dark. */
export function codeModules(address: string): boolean[][] {
  return encodeQR(address, "raw", { ecc: "medium", border: quietModules });
}

/** Runs of dark modules in one row: fewer and crisper pieces than single modules. */
export function codeRuns(modules: readonly (readonly boolean[])[]) {
  return modules.flatMap((row, y) => {
    const runs: { x: number; y: number; length: number }[] = [];
    row.forEach((dark, x) => {
      const last = runs.at(-1);
      if (!dark) return;
      if (last !== undefined && last.x + last.length === x) last.length += 1;
      else runs.push({ x, y, length: 1 });
    });
    return runs;
  });
}

/** A QR code as SVG of its own, with its quiet zone; it needs no style and no script. */
export function codeSvg(address: string, title: string): string {
  const modules = codeModules(address);
  const side = modules.length;
  const path = codeRuns(modules)
    .map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`)
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" ` +
    `shape-rendering="crispEdges"><title>${escapeXml(title)}</title>` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>\n`
  );
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** As RGBA and its side in pixels, each module so many pixels wide. */
export function codePixels(address: string, modulePixels: number) {
  const modules = codeModules(address);
  const side = modules.length * modulePixels;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const row = modules[Math.floor(y / modulePixels)];
      if (row?.[Math.floor(x / modulePixels)] !== true) continue;
      data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { data, side };
}
