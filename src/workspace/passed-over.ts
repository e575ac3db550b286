/** Folders that hold tools' own copies and never say what an organisation runs. */
export const passedOver: readonly string[] = ['.git', '.hg', '.svn', 'node_modules', '.terraform', '.cache', '__pycache__', '.venv']
