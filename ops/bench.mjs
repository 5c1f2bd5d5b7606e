process.argv.splice(2, 0, 'bench/main')
import('./run.mjs')
