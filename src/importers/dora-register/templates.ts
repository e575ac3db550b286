/** A table of the register: the columns that together name a row, and those whose values have to stand in another table. */
export interface Template {
  readonly keys: readonly string[]
  /** Column, and where its values come from. */
  readonly from: readonly (readonly [column: string, template: string, there: string])[]
}

const t = (keys: string, ...from: Template['from']): Template => ({ keys: keys.split(' '), from })

/** The fifteen tables, by the code in their file's name: keys and foreign keys as the EBA checks them (rules 805 to 807). */
export const templates: Readonly<Record<string, Template>> = {
  '01.01': t('c0010'),
  '01.02': t('c0010', ['c0060', '01.02', 'c0010']),
  '01.03': t('c0010 c0020', ['c0020', '01.02', 'c0010']),
  '02.01': t('c0010', ['c0030', '02.01', 'c0010']),
  '02.02': t('c0010 c0020 c0030 c0050 c0060 c0130 c0150 c0160', ['c0010', '02.01', 'c0010'], ['c0020', '01.02', 'c0010'], ['c0030', '05.01', 'c0010'], ['c0050', '06.01', 'c0010']),
  '02.03': t('c0010 c0020', ['c0010', '02.01', 'c0010'], ['c0020', '02.01', 'c0010']),
  '03.01': t('c0010 c0020', ['c0010', '02.01', 'c0010'], ['c0020', '01.02', 'c0010']),
  '03.02': t('c0010 c0020', ['c0010', '02.01', 'c0010'], ['c0020', '05.01', 'c0010']),
  '03.03': t('c0010 c0020', ['c0010', '02.01', 'c0010'], ['c0020', '01.02', 'c0010']),
  '04.01': t('c0010 c0020 c0040', ['c0010', '02.01', 'c0010'], ['c0020', '01.02', 'c0010']),
  '05.01': t('c0010', ['c0110', '05.01', 'c0010']),
  '05.02': t('c0010 c0020 c0030 c0050 c0060', ['c0010', '02.01', 'c0010'], ['c0030', '05.01', 'c0010'], ['c0060', '05.01', 'c0010']),
  '06.01': t('c0010 c0040', ['c0040', '01.02', 'c0010']),
  '07.01': t('c0010 c0020 c0040', ['c0010', '02.01', 'c0010'], ['c0020', '05.01', 'c0010']),
  '99.01': t('c0010'),
}

/** A heading of a column: `c` and four digits. */
export const isColumn = (cell: string): boolean => /^c\d{4}$/i.test(cell)

/** The table that a file's name says: `b_02.02.csv` is 02.02. Names have meaning here: the package format finds tables by them. */
export const templateOf = (path: string): string | undefined => /(?:^|\/)b_(\d\d\.\d\d)\.csv$/i.exec(path)?.[1]
