import { describeTexts } from "../../../web/src/testing.ts";
import { settingsTextsOf } from "./settings.ts";

describeTexts(settingsTextsOf);
