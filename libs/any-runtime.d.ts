/**
 * What browsers and Node both have and a `runtime:any` project may lean on. Their projects see neither the DOM nor
 * Node's types, so that nothing slips in which one of the two lacks.
 */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: ArrayBuffer | ArrayBufferView): string;
}
