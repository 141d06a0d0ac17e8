import { describeTexts } from "../testing.ts";
import { webTexts } from "./index.ts";

describeTexts(webTexts);
