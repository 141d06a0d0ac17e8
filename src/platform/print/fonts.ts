import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const folder = "@expo-google-fonts/noto-sans-sc";

/** Files of the one family that paper and pictures are set in; it covers GB 2312 and Big5 whole. */
export const fontFiles = {
  regular: require.resolve(`${folder}/400Regular/NotoSansSC_400Regular.ttf`),
  bold: require.resolve(`${folder}/700Bold/NotoSansSC_700Bold.ttf`),
} as const;

export const fontFamily = "Noto Sans SC";
