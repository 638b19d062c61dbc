const named =
  process.env.ISNAD_LANG || process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''
const language = /^ar/i.test(named) ? 'ar' : 'en'

/** In the language of the terminal. */
export const word = words => words[language]

/** One line for whoever started the script. */
export const say = words => console.log(word(words))
