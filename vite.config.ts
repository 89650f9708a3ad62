import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

/** The command line is the server bundle's entry, so that pages, API and commands share one module instance. */
export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  server: { watch: { ignored: ['**/data/**', '**/build/**'] } },
  environments: { ssr: { build: { rollupOptions: { input: './src/cli/takumi.ts' } } } },
});
