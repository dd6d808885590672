import { scalarSteps } from "./kernel-scalar.ts";
import { simdModule } from "./kernel-simd.ts";
import type { KernelSteps } from "./kernel-steps.ts";

/** The steps with the memory that they work in. */
export interface Kernel extends KernelSteps {
  readonly name: "simd" | "scalar";
  /** The memory; it may be replaced by a call of `reserve`. */
  buffer(): ArrayBuffer;
  /** Makes the memory at least so many bytes long. */
  reserve(bytes: number): void;
}

const PAGE = 65536;

/** The kernel in plain JavaScript. */
export function scalarKernel(): Kernel {
  let memory = new ArrayBuffer(PAGE);
  const buffer = () => memory;
  return {
    name: "scalar",
    buffer,
    reserve(bytes) {
      if (bytes <= memory.byteLength) return;
      const larger = new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE);
      new Uint8Array(larger).set(new Uint8Array(memory));
      memory = larger;
    },
    ...scalarSteps(buffer),
  };
}

/** The kernel in WebAssembly, or null where SIMD is not to be had. */
export function simdKernel(): Kernel | null {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = simdModule();
  if (!WebAssembly.validate(bytes)) return null;
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { m: memory } });
  const step = <Name extends keyof KernelSteps>(name: Name) => instance.exports[name] as KernelSteps[Name];
  return {
    name: "simd",
    buffer: () => memory.buffer,
    reserve(needed) {
      const missing = Math.ceil((needed - memory.buffer.byteLength) / PAGE);
      if (missing > 0) memory.grow(missing);
    },
    multiply: step("multiply"),
    cell: step("cell"),
    narrow: step("narrow"),
    relations: step("relations"),
  };
}

/** The fastest kernel that this engine has. */
export function fastestKernel(): Kernel {
  return simdKernel() ?? scalarKernel();
}
