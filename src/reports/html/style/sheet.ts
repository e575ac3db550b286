import { blockStyle } from './blocks.ts'
import { drawerStyle } from './drawers.ts'
import { layoutStyle } from './layout.ts'
import { narrowStyle } from './narrow.ts'
import { paperStyle } from './paper.ts'
import { themeStyle } from './theme.ts'

/** The whole style sheet, one part a concern; what comes later overrules. */
export const styleSheet = [themeStyle, layoutStyle, blockStyle, drawerStyle, narrowStyle, paperStyle].join('\n')
