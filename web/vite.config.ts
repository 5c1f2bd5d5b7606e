import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'

/** The server that a page under development asks: QINQING_SERVER, or the one that `npm start` opens. */
const server = process.env.QINQING_SERVER ?? 'http://127.0.0.1:3000'

/** Libraries that nearly every page needs change seldom, so that a browser keeps them over many releases. */
const vendors: [chunk: string, packages: RegExp][] = [
  ['react', /node_modules\/(react|react-dom|scheduler|react-router)\//],
  ['words', /node_modules\/(i18next|react-i18next)\//],
  ['look', /node_modules\/@ant-design\/(cssinjs|cssinjs-utils|colors|fast-color)\//],
]

/** What pdf.js fetches when a paper needs it: its worker, fonts and letters of Chinese that are not in the file, decoders of scans. */
function pdfParts(): Plugin {
  const about = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const { version } = JSON.parse(readFileSync(about, 'utf8')) as { version: string }
  return {
    name: 'pdf-parts',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/worker.mjs`, source: readFileSync(join(dirname(about), 'build/pdf.worker.min.mjs')) })
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
        for (const name of readdirSync(join(dirname(about), folder))) {
          this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/${folder}/${name}`, source: readFileSync(join(dirname(about), folder, name)) })
        }
      }
    },
  }
}

/** Beside each text its packed form, which the server sends to whoever takes it: a first visit costs a third. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      for (const file of Object.keys(bundle).filter(name => /\.(js|mjs|css|svg|wasm)$/.test(name))) {
        const path = join(dir!, file)
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), pdfParts(), packed()],
  resolve: {
    // Packages of this repository are read from their TypeScript sources.
    conditions: ['source', ...defaultClientConditions],
  },
  css: {
    modules: {
      // LivePill.module.css .dot becomes LivePill-dot: readable in a browser, and unique because file names are.
      generateScopedName: (name, file) => `${basename(file.split('?')[0] ?? file, '.module.css')}-${name}`,
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      // Papers are drawn in a page without an origin, which has nothing but itself.
      input: ['index.html', 'paper.html'].map(page => join(import.meta.dirname, page)),
      output: {
        codeSplitting: { groups: vendors.map(([name, test]) => ({ name, test })) },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': { target: server },
      '/live': { target: server, ws: true },
      '/socket.io': { target: server, ws: true },
    },
    fs: { allow: [dirname(import.meta.dirname)] },
  },
})
