/** Ids are random, so that two people's sets never collide when they are merged. */
export const newId = (prefix: string) =>
  prefix +
  crypto.getRandomValues(new Uint32Array(2)).reduce((id, part) => id + part.toString(36), '')
