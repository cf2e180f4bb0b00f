/* A questionnaire in SurveyJS: loaded, then answered.
 * node survey.js MODULE FORM.json */
"use strict";

const { readFileSync } = require("fs");
const { Model } = require(require("path").resolve(process.argv[2]));

const text = readFileSync(process.argv[3], "utf8");
const ANSWERS = 9;
const times = [];

let since = performance.now();
const survey = new Model(JSON.parse(text));
/* Conditions are worked out when the visible questions are asked for. */
survey.getAllQuestions(true);
console.log("load", performance.now() - since);
for (let i = 0; i < ANSWERS; i++) {
	since = performance.now();
	survey.setValue("q" + i, true);
	survey.getAllQuestions(true);
	times.push(performance.now() - since);
}
times.sort((a, b) => a - b);
console.log("answer", times[Math.floor(ANSWERS / 2)]);
