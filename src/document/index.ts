export type { Document } from "./document.ts";
export { DEPREL, type Deprel, UPOS, type Upos, XPOS, type Xpos } from "./tagset.ts";
