import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const ONLY_BACKEND_KNOWS_TAURI = {
  patterns: [{ group: ["@tauri-apps/*"], message: "Only lib/backend talks to the core." }],
};

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/lib/backend/bindings.ts"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      "no-undef": "off",
      "no-restricted-imports": ["error", ONLY_BACKEND_KNOWS_TAURI],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: "error",
      // Dates, sets and parameters here are values of the moment, never state that is shown.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  { files: ["src/lib/backend/**"], rules: { "no-restricted-imports": "off" } },
);
