/** How much of a folder is read. What lies beyond is told, each time with the limit; nothing is left out in silence. */

/** Files of a folder and of the archives in it, together. */
export const mostFiles = 200_000

/** Folders inside folders, and those in the names of an archive's entries. */
export const deepestFolders = 64

/** What a file says is held several times over while it is read. A larger one is refused with a word, not half read; unless it is JSON. */
export const largestBytes = 250_000_000

/** JSON is read in pieces, but its value has to fit in memory: about twice what the file takes. */
export const largestJsonBytes = 1_000_000_000

/** Of a file that is longer than a text can be, so much is text: enough to tell its format by. */
export const cutTextBytes = 1_000_000

/** Files up to this size are read once and kept, up to so many bytes in all; larger ones are read anew whenever somebody asks. */
export const largestKeptBytes = 1_000_000
export const mostKeptBytes = 1_000_000_000

/** Archives inside archives. */
export const deepestContainers = 3

/** What comes out of all archives together. It is held in memory while it is read. */
export const mostUnpackedBytes = 1_000_000_000

/**
 * How many times its own size a packed file may grow. Text packs ten to thirtyfold, generated text at times a hundredfold; what grows more
 * is made to fill a disk. Below so many bytes nothing is filled, and nothing is judged: a page of blanks packs a thousandfold.
 */
export const highestRatio = 200
export const smallestJudgedBytes = 10_000_000
