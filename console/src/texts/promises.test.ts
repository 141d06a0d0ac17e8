import { describeTexts } from "../../../web/src/testing.ts";
import { promiseTextsOf } from "./promises.ts";

describeTexts(promiseTextsOf);
