import { describeTexts } from "../../../web/src/testing.ts";
import { reportTextsOf } from "./reports.ts";

describeTexts(reportTextsOf);
