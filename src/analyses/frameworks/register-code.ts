import { type Message, message } from '#lang/message.ts'

/** Codes of closed lists of the EBA (taxonomy 4.0) that have words of ours; the others are shown as they are. */
const worded: Readonly<Record<string, readonly string[]>> = {
  BT: ['x21', 'x28', 'x29'],
  ZZ: ['x791', 'x792', 'x793', 'x798', 'x799', 'x959', 'x960', 'x961', 'x962', 'x963', 'x964', 'x965', 'x966', 'x967'],
  qCO: ['qx2000', 'qx2001', 'qx2002', 'qx2003', 'qx2004', 'qx2005'],
}

/** What a value of a register says to a person, where it is a code; nothing where it is none. */
export function codeWords(value: string): Message | undefined {
  const [, list = '', code = ''] = /^eba_([A-Za-z]+):(\w+)$/.exec(value) ?? []
  if (code === '') return undefined
  if (list === 'TA' && /^S(?:0[1-9]|1\d)$/.test(code)) return message(`service-type.${code}`)
  return worded[list]?.includes(code) === true ? message(`register-code.${code}`) : message('register.code-alone', { code })
}
