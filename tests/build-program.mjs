// The program is tried as it is built: once, before whoever starts it.
export { build as setup } from '../scripts/build.mjs'
