import js from "@eslint/js";
import tseslint from "typescript-eslint";

const pure = ["src/core/**/*.ts", "src/*/rules/**/*.ts"];
const tests = ["**/*.test.ts", "**/*.proof.ts", "**/testing.ts", "**/testing/**"].concat([
  "test/**",
  "sim/**",
  "house/**",
]);

/** What a pure room may not reach for: the clock and chance come in as values. */
const impureSyntax = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "the clock comes in as a value: pass the instant.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "the clock comes in as a value: pass the instant.",
  },
];
const noDefaultExport = {
  selector: "ExportDefaultDeclaration",
  message: "export by name; only config files export a default.",
};

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/dist/**",
      ".makegood/**",
      ".stryker-tmp/**",
      "coverage/**",
      "reports/**",
      ".cache/**",
    ],
  },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      // Prettier breaks code at this width; comments and strings are broken by hand.
      "max-len": ["error", { code: 100, ignoreUrls: true, ignoreRegExpLiterals: true }],
      "max-lines-per-function": ["error", { max: 70 }],
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "no-console": "error",
      "no-restricted-syntax": ["error", noDefaultExport],
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports" },
      ],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `const { secret: _secret, ...rest } = value` is how a field is left out.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true, allowNever: true },
      ],
      // An async function without await keeps one shape for a port's implementations.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: pure,
    ignores: tests,
    rules: {
      "no-restricted-syntax": ["error", noDefaultExport, ...impureSyntax],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "the clock comes in as a value." },
        { object: "Math", property: "random", message: "chance comes in as a value." },
      ],
      "no-restricted-globals": [
        "error",
        ...["process", "Buffer", "fetch", "setTimeout", "setInterval", "performance", "crypto"],
      ],
    },
  },
  {
    // A describe block is one long function by nature; house/tidy.test.ts measures the rest.
    files: tests,
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      // Answers over the wire are of no type; a wrong guess fails the test that made it.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    // What prints to a person's terminal.
    files: ["src/app/**", "simulators/**", "bench/**", "scripts/**", "sim/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["*.config.ts", "**/vite.config.ts", "*.config.js", "*.mjs"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
      },
    },
  },
);
