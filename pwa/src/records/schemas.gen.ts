// Made from shared/schemas by `npm run types`; change those, not this.

import attendance from "../../../shared/schemas/attendance.schema.json";
import checkin from "../../../shared/schemas/checkin.schema.json";
import comment from "../../../shared/schemas/comment.schema.json";
import goal from "../../../shared/schemas/goal.schema.json";
import logboek from "../../../shared/schemas/logboek.schema.json";
import person from "../../../shared/schemas/person.schema.json";
import receipt from "../../../shared/schemas/receipt.schema.json";
import reflection from "../../../shared/schemas/reflection.schema.json";
import review from "../../../shared/schemas/review.schema.json";
import session from "../../../shared/schemas/session.schema.json";
import step from "../../../shared/schemas/step.schema.json";
import template from "../../../shared/schemas/template.schema.json";

export const SCHEMAS = { attendance, checkin, comment, goal, logboek, person, receipt, reflection, review, session, step, template };
