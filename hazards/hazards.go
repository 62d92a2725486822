// Package hazards says what a county prepares for: its natural hazards and
// accident sectors as closed sets, the records of accidents and disasters, the
// grade of a work accident, the codes of the divisions where things happen, and
// which command or office leads for which hazard or sector.
//
// The two closed sets are those of the plan of Fengdu County (丰都县应急管理“十四五”规划,
// 丰都府发〔2022〕17号): five natural hazards, 四（一）1, and twelve accident sectors,
// 三（三~）4~. The plan writes several of them in more than one way; every name
// it uses is read as an alias.
//
// Accidents are graded by the State Council's Order No. 493
// (生产安全事故报告和调查处理条例), article 3: one criterion suffices, the highest grade
// wins, a threshold itself belongs to the higher grade (以上 includes it).
//
// # Assumptions
//
// An accident without casualties and with little loss is ordinary, for article
// 3 gives the lowest grade no lower end. People unaccounted for count with the
// deaths, after article 12; [GradeTable.CountingMissing] and the reading
// hazards.missing-in-grade say otherwise. Records dated after the date of the
// assessment are not read.
//
// # Not covered
//
// Grades of natural hazards, reporting deadlines, warnings, risk points and
// hidden dangers, monitoring figures, forest-fire figures and duty-holders of
// reservoirs and geohazard sites. A regrade after late deaths follows from
// grading the later record again. Disasters of more than one hazard at once
// are recorded under the one that the county reports them under.
package hazards
