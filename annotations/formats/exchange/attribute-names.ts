/** Java has no hyphen in names: ours are written as two underscores, which no name of ours holds. */
export const toJavaName = (name: string) => name.replaceAll('-', '__')
export const fromJavaName = (name: string) => name.replaceAll('__', '-')
