import { blockStyle } from './blocks.ts'
import { curveStyle } from './curve.ts'
import { drawerStyle } from './drawers.ts'
import { layoutStyle } from './layout.ts'
import { narrowStyle } from './narrow.ts'
import { paperStyle } from './paper.ts'
import { themeStyle } from './theme.ts'
import { waterfallStyle } from './waterfall.ts'

/** The whole style sheet, one part a concern; what comes later overrules. */
export const styleSheet = [themeStyle, layoutStyle, blockStyle, curveStyle, waterfallStyle, drawerStyle, narrowStyle, paperStyle].join('\n')
